package musl

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/internal/remove"
	"github.com/serpent-os/wildebeest/internal/temporary"
)

// InstallHeaders puts the release's public headers for a machine into prefix, with
// include below. prefix appears when all of it is there, or not at all; what is
// there already stays.
func (r Release) InstallHeaders(ctx context.Context, cache *fetch.Cache, m Machine, prefix string) error {
	return r.install(ctx, cache, prefix, "include/stdio.h", func(source, to string) error {
		return r.run(ctx, m, source, "make", "-s", "install-headers", "ARCH="+m.Musl, "prefix="+to, "includedir="+to+"/include")
	})
}

// Install builds the whole release for a machine, static, and puts it into root
// with usr/include and usr/lib below. gcc is the machine's: it starts three times as
// fast as clang, which most of the time goes into with files as small as musl's.
// root appears when all of it is there, or not at all; what is there already stays.
func (r Release) Install(ctx context.Context, cache *fetch.Cache, m Machine, gcc, root string) error {
	return r.install(ctx, cache, root, "usr/lib/libc.a", func(source, to string) error {
		libgcc, err := exec.CommandContext(ctx, gcc, "-print-libgcc-file-name").Output()
		if err != nil {
			return fmt.Errorf("build %s for %s: find libgcc: %w", r, m.Name, err)
		}
		err = r.run(ctx, m, source, "./configure", "--prefix=/usr", "--target="+m.Triple, "--disable-shared",
			"LIBCC="+strings.TrimSpace(string(libgcc)), "CC="+gcc, "AR=llvm-ar", "RANLIB=llvm-ranlib")
		if err != nil {
			return err
		}
		return r.run(ctx, m, source, "make", "-s", "-j2", "install", "DESTDIR="+to)
	})
}

// install lets build fill a directory from the unpacked source, and gives it the
// name dir at the end. witness is a file that is there when dir is whole.
func (r Release) install(ctx context.Context, cache *fetch.Cache, dir, witness string, build func(source, to string) error) error {
	if _, err := os.Stat(filepath.Join(dir, witness)); err == nil {
		return nil
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	prefix := ".new-" + r.String() + "-"
	if err := temporary.Sweep(filepath.Dir(dir), prefix); err != nil {
		return err
	}
	work, err := temporary.NewDir(filepath.Dir(dir), prefix)
	if err != nil {
		return err
	}
	defer work.Remove()
	source, err := r.Source(ctx, cache, work.Path)
	if err != nil {
		return err
	}
	fresh := filepath.Join(work.Path, "installed")
	if err := build(source, fresh); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(fresh, witness)); err != nil {
		return fmt.Errorf("%s installed no %s: %w", r, witness, err)
	}
	if err := remove.All(dir); err != nil {
		return err
	}
	return durable.Rename(fresh, dir)
}

func (r Release) run(ctx context.Context, m Machine, dir, program string, args ...string) error {
	command := exec.CommandContext(ctx, program, args...)
	command.Dir = dir
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("build %s for %s: %s: %w\n%s", r, m.Name, program, err, out)
	}
	return nil
}
