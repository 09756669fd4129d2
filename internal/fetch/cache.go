// Package fetch keeps files by their sha256. The bytes of a file may come from
// anywhere that has this hash: the cache itself, a mirror, the upstream URL.
package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/internal/temporary"
)

// A Cache keeps verified source files in Dir as SHA256-NAME.
type Cache struct {
	Dir    string
	Mirror Mirror // asked before the upstream URL; nil where there is none

	verified sync.Map // paths whose bytes this process has seen to be right
}

// UserCache is the cache of the user who runs the program: wildebeest in
// $XDG_CACHE_HOME or ~/.cache, or in the directory for temporary files where the
// user has no home. Tests keep there what they fetch.
func UserCache() *Cache {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return &Cache{Dir: filepath.Join(dir, "wildebeest")}
}

// A Mirror may have a file under another name, and finds it by its hash.
type Mirror interface {
	Name() string // for messages
	Fetch(ctx context.Context, w Wanted, to string) error
}

// Wanted is a source file by its hash.
type Wanted struct {
	SHA256 string // 64 hexadecimal digits
	Name   string // the file name to keep it under
	URL    string // the upstream; empty where only Debian has it
	Debian string // NAME@VERSION of the Debian source, for messages; may be empty
}

func (w Wanted) label() string {
	if w.URL != "" {
		return Redacted(w.URL)
	}
	return "debian:" + w.Debian
}

// A HashError says that a place served other bytes than the recipe names.
type HashError struct{ From, Want, Got string }

func (e *HashError) Error() string {
	return fmt.Sprintf("%s has sha256 %s, the recipe says %s; if the recipe is wrong, correct it there", e.From, e.Got, e.Want)
}

// Path returns where the file is or would be kept.
func (c *Cache) Path(w Wanted) string {
	return filepath.Join(c.Dir, w.SHA256+"-"+w.Name)
}

// Fetch returns the path of a verified copy of the file. progress, which may be
// nil, is told where the bytes come from.
func (c *Cache) Fetch(ctx context.Context, w Wanted, progress func(from string)) (string, error) {
	path := c.Path(w)
	if c.has(path, w.SHA256) {
		return path, nil
	}
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return "", err
	}
	if err := temporary.Sweep(c.Dir, partial); err != nil {
		return "", err
	}
	var failures []error
	for _, place := range c.places(w) {
		if progress != nil {
			progress(place.name)
		}
		err := c.receive(ctx, w, place)
		if err == nil {
			c.verified.Store(path, true)
			return path, nil
		}
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		failures = append(failures, err)
	}
	return "", fmt.Errorf("fetch %s: %w; put a copy at %s if you have one", w.label(), errors.Join(failures...), path)
}

// FetchNew keeps what a URL serves, or a file of this machine, under the name, and
// returns its hash. Nothing says that these are the right bytes: whoever writes the hash
// down has to see to it.
func (c *Cache) FetchNew(ctx context.Context, location, name string) (hash string, err error) {
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return "", err
	}
	dir, err := temporary.NewDir(c.Dir, partial)
	if err != nil {
		return "", err
	}
	defer dir.Remove()
	received := filepath.Join(dir.Path, name)
	if err := origin(location).deliver(ctx, received); err != nil {
		return "", fmt.Errorf("fetch %s: %w", Redacted(location), err)
	}
	if hash, err = HashFile(received); err != nil {
		return "", err
	}
	if err := durable.SyncFile(received); err != nil {
		return "", err
	}
	return hash, durable.Rename(received, c.Path(Wanted{SHA256: hash, Name: name}))
}

// has tells whether the cache has the file whole. One with other bytes, as a disk
// may leave it, counts as missing.
func (c *Cache) has(path, hash string) bool {
	if _, ok := c.verified.Load(path); ok {
		return true
	}
	got, err := HashFile(path)
	if err != nil || got != hash {
		return false
	}
	c.verified.Store(path, true)
	return true
}

// A place can deliver a file into a path.
type place struct {
	name    string
	deliver func(ctx context.Context, to string) error
}

func (c *Cache) places(w Wanted) []place {
	var places []place
	local := strings.HasPrefix(w.URL, FileScheme)
	if local {
		places = append(places, origin(w.URL))
	}
	if c.Mirror != nil {
		places = append(places, place{c.Mirror.Name(), func(ctx context.Context, to string) error {
			return c.Mirror.Fetch(ctx, w, to)
		}})
	}
	if w.URL != "" && !local {
		places = append(places, origin(w.URL))
	}
	return places
}

// origin is where a URL says, on this machine or not.
func origin(location string) place {
	if file, ok := strings.CutPrefix(location, FileScheme); ok {
		return place{file, func(_ context.Context, to string) error { return copyFile(file, to) }}
	}
	return place{Redacted(location), func(ctx context.Context, to string) error { return upstream.download(ctx, location, to) }}
}

// FileScheme begins the URL of a file of this machine; an absolute path follows.
const FileScheme = "file://"

// copyFile is a download from this machine, under the same bound.
func copyFile(from, to string) error {
	in, err := regular.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	n, err := io.Copy(out, io.LimitReader(in, upstream.size+1))
	if err == nil && n > upstream.size {
		err = fmt.Errorf("more than %d bytes", upstream.size)
	}
	return errors.Join(err, out.Close())
}

// partial begins the names of what is being received.
const partial = ".partial-"

// receive lets a place deliver into a temporary file, verifies it and renames it.
func (c *Cache) receive(ctx context.Context, w Wanted, from place) error {
	dir, err := temporary.NewDir(c.Dir, partial)
	if err != nil {
		return err
	}
	defer dir.Remove()
	received := filepath.Join(dir.Path, w.Name)
	if err := from.deliver(ctx, received); err != nil {
		return fmt.Errorf("%s: %w", from.name, err)
	}
	got, err := HashFile(received)
	if err != nil {
		return err
	}
	if got != w.SHA256 {
		return &HashError{From: from.name, Want: w.SHA256, Got: got}
	}
	if err := durable.SyncFile(received); err != nil {
		return err
	}
	return durable.Rename(received, c.Path(w))
}

// HashFile returns the sha256 of a file in hexadecimal.
func HashFile(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
