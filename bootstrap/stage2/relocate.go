package stage2

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/serpent-os/wildebeest/musl"
)

// relocate makes a tree of packages work at Prefix: interpreter and rpath of
// every dynamic ELF file, the interpreter of scripts, links for alternatives and
// the scripts of other names.
// At the end every library that a program needs is in the tree. A tree in which
// nothing was relocated is an error: it would fail in each chroot.
func relocate(ctx context.Context, dir string, machine musl.Machine, list list, say func(string)) error {
	if err := linkAlternatives(dir, list.links); err != nil {
		return err
	}
	if err := writeCommands(dir, list.commands); err != nil {
		return err
	}
	if err := linkMerged(dir); err != nil {
		return err
	}
	l, err := findLibraries(dir, machine)
	if err != nil {
		return err
	}
	files, err := executables(dir, l)
	if err != nil {
		return err
	}
	moved := slices.DeleteFunc(slices.Clone(files), l.stays)
	if len(moved) == 0 {
		return fmt.Errorf("no dynamic program or library for %s in the tree", machine.Name)
	}
	say(fmt.Sprintf("relocating %d files", len(moved)))
	if err := inParallel(moved, func(f elfFile) error { return l.patch(ctx, f) }); err != nil {
		return err
	}
	return checkNeeded(files)
}

func inParallel(files []elfFile, work func(elfFile) error) error {
	var group sync.WaitGroup
	queue := make(chan elfFile)
	failures := make(chan error, len(files))
	for range runtime.NumCPU() {
		group.Go(func() {
			for f := range queue {
				if err := work(f); err != nil {
					failures <- err
				}
			}
		})
	}
	for _, f := range files {
		queue <- f
	}
	close(queue)
	group.Wait()
	close(failures)
	return <-failures
}

// linkAlternatives makes the links that the distribution's alternatives would
// have made in usr/bin.
func linkAlternatives(dir string, links map[string]string) error {
	for name, target := range links {
		link := filepath.Join(dir, "usr/bin", name)
		if _, err := os.Stat(filepath.Join(dir, "usr/bin", target)); err != nil {
			return fmt.Errorf("link %s to %s: %w", name, target, err)
		}
		if err := os.Remove(link); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if err := os.Symlink(target, link); err != nil {
			return err
		}
	}
	return nil
}

// writeCommands writes the scripts that run what a variable has. /bin/sh is
// stage2's in a build root.
func writeCommands(dir string, commands map[string]string) error {
	for name, variable := range commands {
		file := filepath.Join(dir, "usr/bin", name)
		if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		script := fmt.Sprintf("#!/bin/sh\nexec ${%s:?is not set: it is in the sections of a recipe} \"$@\"\n", variable)
		if err := os.WriteFile(file, []byte(script), 0o755); err != nil {
			return err
		}
	}
	return nil
}

// linkCompiler gives the programs of a version of LLVM, which Debian's packages of
// that version have in a directory of its own, their plain names in usr/bin.
func linkCompiler(dir, version string) error {
	programs, err := os.ReadDir(filepath.Join(dir, "usr/lib/llvm-"+version, "bin"))
	if err != nil {
		return fmt.Errorf("programs of LLVM %s: %w", version, err)
	}
	for _, program := range programs {
		err := os.Symlink("../lib/llvm-"+version+"/bin/"+program.Name(), filepath.Join(dir, "usr/bin", program.Name()))
		if err != nil && !errors.Is(err, os.ErrExist) {
			return err
		}
	}
	return nil
}

// linkMerged gives the directories that are in usr their names in /.
func linkMerged(dir string) error {
	for _, name := range merged {
		if _, err := os.Stat(filepath.Join(dir, "usr", name)); err != nil {
			continue
		}
		if err := os.Symlink("usr/"+name, filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}
