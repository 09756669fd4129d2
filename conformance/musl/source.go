// Package musl gets upstream's musl for the tests: its source by checksum, and
// the whole libc built for a machine.
package musl

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// A Release is a release of musl: upstream's tarball, which Debian has unchanged.
type Release struct{ Version, SHA256 string }

// Releases are those that the tests hold something against, the oldest first.
var Releases = []Release{
	{"1.2.3", "7d5b0b6062521e4627e099e4c9dc8248d32a30285e959b7eecaa780cf8cfd4a4"},
	{"1.2.5", "a9a118bbe84d8764da0ea0d28b3ab3fae8477fc7e4085d90102b8596fc7c75e4"},
}

// tarballLimit is in bytes: a release has 1 MiB.
const tarballLimit = 16 << 20

// Source unpacks the release below dir and returns its directory. The tarball
// comes from the user's cache, where it is kept, or from Debian or upstream.
func (r Release) Source(dir string) (string, error) {
	tarball, err := r.fetch()
	if err != nil {
		return "", fmt.Errorf("get the source of musl %s: %w", r.Version, err)
	}
	if out, err := exec.Command("tar", "-xf", tarball, "-C", dir).CombinedOutput(); err != nil {
		return "", fmt.Errorf("unpack %s: %w\n%s", tarball, err, out)
	}
	return filepath.Join(dir, "musl-"+r.Version), nil
}

// fetch returns the tarball in the cache, downloading it where it is missing.
func (r Release) fetch() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	cache = filepath.Join(cache, "wildebeest")
	name := filepath.Join(cache, "musl-"+r.Version+".tar.gz")
	if content, err := os.ReadFile(name); err == nil && sum(content) == r.SHA256 {
		return name, nil
	}
	content, err := r.download()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", err
	}
	// Renamed into place: another run may be reading.
	part := fmt.Sprintf("%s.%d", name, os.Getpid())
	if err := os.WriteFile(part, content, 0o644); err != nil {
		return "", err
	}
	return name, os.Rename(part, name)
}

// download tries each place in turn until one has the bytes of the release.
func (r Release) download() ([]byte, error) {
	var failed []error
	client := http.Client{Timeout: 2 * time.Minute}
	for _, url := range []string{
		"http://deb.debian.org/debian/pool/main/m/musl/musl_" + r.Version + ".orig.tar.gz",
		"https://musl.libc.org/releases/musl-" + r.Version + ".tar.gz",
	} {
		content, err := get(&client, url)
		if err == nil && sum(content) != r.SHA256 {
			err = fmt.Errorf("download %s: the SHA-256 is not that of the release", url)
		}
		if err == nil {
			return content, nil
		}
		failed = append(failed, err)
	}
	return nil, errors.Join(failed...)
}

func get(client *http.Client, url string) ([]byte, error) {
	answer, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("download %s: %s", url, answer.Status)
	}
	content, err := io.ReadAll(io.LimitReader(answer.Body, tarballLimit))
	if err != nil {
		return nil, fmt.Errorf("download %s: %w", url, err)
	}
	return content, nil
}

func sum(content []byte) string {
	hash := sha256.Sum256(content)
	return hex.EncodeToString(hash[:])
}
