package source

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"

	"github.com/serpent-os/wildebeest/internal/fetch"
)

// Name returns the archive's name for messages.
func (a *Apt) Name() string { return "Debian's pool" }

// Fetch finds the file with the wanted hash in the archive's source indices and
// downloads it. The rest of the source package need not be there.
func (a *Apt) Fetch(ctx context.Context, w fetch.Wanted, to string) error {
	if err := a.ready(ctx); err != nil {
		return err
	}
	url, _, err := a.findSource(ctx, func(hash, _ string) bool { return hash == w.SHA256 })
	if err != nil {
		return err
	}
	if url == "" {
		return fmt.Errorf("no source package has a file with sha256 %s", w.SHA256)
	}
	_, err = a.run(ctx, "/usr/lib/apt/apt-helper", "download-file", url, to, "SHA256:"+w.SHA256)
	return err
}

// Orig returns the sha256 of a source package's .orig tarball, from the archive's
// source indices. version is the upstream's, without Debian's revision.
func (a *Apt) Orig(ctx context.Context, name, version string) (string, error) {
	if err := a.ready(ctx); err != nil {
		return "", err
	}
	stem := name + "_" + version + ".orig.tar."
	url, hash, err := a.findSource(ctx, func(_, file string) bool {
		return strings.HasPrefix(file, stem) && !strings.HasSuffix(file, ".asc")
	})
	if err == nil && url == "" {
		err = fmt.Errorf("debian:%s@%s: the machine's Debian archive has no %s*; `apt-cache showsrc %s` says which versions it has", name, version, stem, name)
	}
	return hash, err
}

// Newest returns the newest upstream version of a source package that the archive has,
// and the sha256 of its tarball.
func (a *Apt) Newest(ctx context.Context, name string) (version, hash string, err error) {
	if err := a.ready(ctx); err != nil {
		return "", "", err
	}
	out, err := a.run(ctx, "apt-get", "source", "--print-uris", "--download-only", name)
	if err != nil {
		return "", "", fmt.Errorf("debian:%s: %w", name, err)
	}
	for _, line := range strings.Split(string(out), "\n") {
		match := uriLine.FindStringSubmatch(line)
		if match == nil {
			continue
		}
		source, file, _ := strings.Cut(match[2], "_")
		version, kind, found := strings.Cut(file, ".orig.tar")
		if sum, ok := strings.CutPrefix(match[4], "SHA256:"); ok && found && source == name && !strings.HasSuffix(kind, ".asc") {
			return version, sum, nil
		}
	}
	return "", "", fmt.Errorf("debian:%s: the machine's Debian archive has no orig tarball of it", name)
}

// A matcher tells whether a source file, by its hash and name, is the wanted one.
type matcher func(hash, name string) bool

// findSource returns the URL and hash of the source file that is wanted, or "".
func (a *Apt) findSource(ctx context.Context, wanted matcher) (url, hash string, err error) {
	out, err := a.run(ctx, "apt-get", "indextargets", "--format", "$(FILENAME) $(REPO_URI)", "Created-By: Sources")
	if err != nil {
		return "", "", err
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		index, base, ok := strings.Cut(line, " ")
		if !ok {
			continue
		}
		file, hash, err := a.searchIndex(ctx, index, wanted)
		if err != nil {
			return "", "", err
		}
		if file != "" {
			return strings.TrimSuffix(base, "/") + "/" + file, hash, nil
		}
	}
	return "", "", nil
}

// searchIndex reads a Sources index (deb822: Directory, and Checksums-Sha256
// lines of hash, size and name) for a file.
func (a *Apt) searchIndex(ctx context.Context, index string, wanted matcher) (file, sum string, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	command := exec.CommandContext(ctx, "/usr/lib/apt/apt-helper", "cat-file", index)
	out, err := command.StdoutPipe()
	if err != nil {
		return "", "", err
	}
	if err := command.Start(); err != nil {
		return "", "", err
	}
	defer command.Wait() // after cancel: the rest of the index is not needed
	defer cancel()
	var directory, name string
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Bytes()
		switch {
		case len(line) == 0:
			if name != "" && directory != "" {
				return directory + "/" + name, sum, nil
			}
			directory, name = "", ""
		case bytes.HasPrefix(line, []byte("Directory: ")):
			directory = string(line[len("Directory: "):])
		case line[0] == ' ' && len(line) > 65 && line[65] == ' ':
			if fields := strings.Fields(string(line)); len(fields) == 3 && wanted(fields[0], fields[2]) {
				sum, name = fields[0], fields[2]
			}
		}
	}
	if name != "" && directory != "" {
		return directory + "/" + name, sum, nil
	}
	return "", "", lines.Err()
}
