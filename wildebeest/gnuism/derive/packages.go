package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// pool is where Debian keeps its packages.
const pool = "http://deb.debian.org/debian/pool/"

// A deb is a package of Debian's, by its file below the pool.
type deb struct{ name, file, sha256 string }

// unpack lays the package out below the state directory, and returns the directory,
// which is "/" to the package. Nothing is installed.
func (d deb) unpack(ctx context.Context, state string) (string, error) {
	dir := filepath.Join(state, "derive", "deb-"+d.sha256)
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	cache := &fetch.Cache{Dir: filepath.Join(state, "sources")}
	file, err := cache.Fetch(ctx, fetch.Wanted{SHA256: d.sha256, Name: path.Base(d.file), URL: pool + d.file}, nil)
	if err != nil {
		return "", fmt.Errorf("%w; Debian replaces packages: \"make fresh\" names the one that took its place", err)
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), ".new-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	fresh := filepath.Join(work, "tree")
	if out, err := exec.CommandContext(ctx, "dpkg-deb", "-x", file, fresh).CombinedOutput(); err != nil {
		return "", fmt.Errorf("unpack %s: %w: %s", d.name, err, out)
	}
	return dir, durable.Rename(fresh, dir)
}
