package stage2

import (
	"bytes"
	"context"
	"debug/elf"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/musl"
)

// libraries say how the programs of a tree find the loader and what they link.
type libraries struct {
	loader  string      // the dynamic linker's path below Prefix
	rpath   string      // the directories of libraries, separated by colons
	machine elf.Machine // of the loader; files of another machine stay as they are
	class   elf.Class
	real    os.FileInfo // the loader's file
}

// findLibraries finds the dynamic linker of a machine and the directories of
// libraries in the tree: the distribution's for the machine, one for each version
// of LLVM, and usr/lib.
func findLibraries(dir string, machine musl.Machine) (libraries, error) {
	loader := usrMerged(strings.TrimPrefix(machine.GlibcLib, "/"))
	l := libraries{loader: Prefix + "/" + loader}
	object, err := elf.Open(filepath.Join(dir, loader))
	if err != nil {
		return l, fmt.Errorf("no dynamic linker for %s in the tree: %w", machine.Name, err)
	}
	defer object.Close()
	l.machine, l.class = object.Machine, object.Class
	if l.real, err = os.Stat(filepath.Join(dir, loader)); err != nil {
		return l, err
	}
	var paths []string
	for _, pattern := range []string{"usr/lib/" + machine.GNU, "usr/lib/llvm-*/lib", "usr/lib"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return l, err
		}
		if len(found) == 0 {
			return l, fmt.Errorf("no directory %s in the tree, where its libraries would be", pattern)
		}
		for _, path := range found {
			paths = append(paths, Prefix+strings.TrimPrefix(path, dir))
		}
	}
	l.rpath = strings.Join(paths, ":")
	return l, nil
}

// stays tells whether a file is the loader, which has no rpath, or libc, which
// needs only the loader.
func (l libraries) stays(f elfFile) bool {
	info, err := os.Stat(f.path)
	return err == nil && os.SameFile(info, l.real) || strings.HasPrefix(filepath.Base(f.path), "libc.so")
}

// patch sets the rpath of a file and, of a program, the dynamic linker.
func (l libraries) patch(ctx context.Context, f elfFile) error {
	args := []string{"--set-rpath", l.rpath, "--force-rpath"}
	if f.interp {
		args = append(args, "--set-interpreter", l.loader)
	}
	out, err := exec.CommandContext(ctx, "patchelf", append(args, f.path)...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("patchelf %s: %w: %s", f.path, err, bytes.TrimSpace(out))
	}
	return nil
}
