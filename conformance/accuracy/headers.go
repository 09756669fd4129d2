package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// installHeaders installs the headers of each musl release of musl.tsv below dir, as
// DIR/musl-VERSION/include. What is there already stays.
func (l *lab) installHeaders(ctx context.Context, dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	return tsv(filepath.Join(l.here, "musl.tsv"), 3, func(f []string) error {
		version, sum, url := f[0], f[1], f[2]
		prefix := filepath.Join(dir, "musl-"+version)
		if _, err := os.Stat(filepath.Join(prefix, "include", "stdio.h")); err == nil {
			return nil
		}
		tarball, err := l.cache.Fetch(ctx, fetch.Wanted{SHA256: sum, Name: filepath.Base(url), URL: url, Debian: "musl@" + version}, nil)
		if err != nil {
			return err
		}
		build, err := os.MkdirTemp("", "musl-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(build)
		top, err := archive.ExtractFile(tarball, build, archive.Extraction{})
		if err != nil {
			return err
		}
		for _, args := range [][]string{{"./configure", "--prefix=" + prefix}, {"make", "install-headers"}} {
			cmd := exec.CommandContext(ctx, args[0], args[1:]...)
			cmd.Dir = filepath.Join(build, top)
			if out, err := cmd.CombinedOutput(); err != nil {
				return fmt.Errorf("install the headers of musl %s: %s: %w\n%s", version, args[0], err, out)
			}
		}
		return nil
	})
}
