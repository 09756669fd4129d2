package stage2

import (
	"bytes"
	"context"
	"debug/elf"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
)

// libraryDirs are where the relocated libraries are, for rpaths.
var libraryDirs = []string{"usr/lib/x86_64-linux-gnu", "usr/lib/llvm-14/lib", "usr/lib"}

// loader is the dynamic linker's name below Prefix.
const loader = Prefix + "/usr/lib64/ld-linux-x86-64.so.2"

// relocate makes a tree of Debian packages work at Prefix: interpreter and rpath
// of every ELF file, the interpreter of scripts, and links for alternatives. At
// the end every library that a program needs must be in the tree.
func relocate(ctx context.Context, dir string, links map[string]string, say func(string)) error {
	for name, target := range links {
		link := filepath.Join(dir, "usr/bin", name)
		os.Remove(link)
		if err := os.Symlink(target, link); err != nil {
			return err
		}
	}
	for _, name := range merged {
		if _, err := os.Stat(filepath.Join(dir, "usr", name)); err == nil {
			if err := os.Symlink("usr/"+name, filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	files, err := executables(dir)
	if err != nil {
		return err
	}
	say(fmt.Sprintf("relocating %d files", len(files)))
	if err := inParallel(files, func(f elfFile) error { return f.patch(ctx) }); err != nil {
		return err
	}
	return checkNeeded(files)
}

// An elfFile is a dynamic program or shared library of the tree.
type elfFile struct {
	path   string
	needed []string
	interp bool
}

// executables finds them, each once, whatever its number of hard links: what is
// written to one of them the others have too.
func executables(dir string) ([]elfFile, error) {
	var found []elfFile
	seen := make(map[uint64]bool)
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if stat := info.Sys().(*syscall.Stat_t); stat.Nlink > 1 {
			if seen[stat.Ino] {
				return nil
			}
			seen[stat.Ino] = true
		}
		file, ok, err := inspect(name)
		if ok {
			found = append(found, file)
		}
		return err
	})
	return found, err
}

// inspect reads a file's head: ELF files are returned, scripts rewritten.
func inspect(name string) (elfFile, bool, error) {
	file, err := os.Open(name)
	if err != nil {
		return elfFile{}, false, err
	}
	defer file.Close()
	head := make([]byte, 256)
	n, _ := file.Read(head)
	head = head[:n]
	if bytes.HasPrefix(head, []byte("#!")) {
		return elfFile{}, false, relocateScript(name, head)
	}
	if !bytes.HasPrefix(head, []byte(elf.ELFMAG)) {
		return elfFile{}, false, nil
	}
	object, err := elf.NewFile(file)
	if err != nil || object.Machine != elf.EM_X86_64 || object.Class != elf.ELFCLASS64 || object.SectionByType(elf.SHT_DYNAMIC) == nil {
		return elfFile{}, false, nil // relocatable, static, or another machine's
	}
	needed, err := object.ImportedLibraries()
	if err != nil {
		return elfFile{}, false, fmt.Errorf("%s: %w", name, err)
	}
	return elfFile{name, needed, object.Section(".interp") != nil}, true, nil
}

// relocateScript points a script's interpreter below Prefix.
func relocateScript(name string, head []byte) error {
	line, _, _ := bytes.Cut(head[2:], []byte("\n"))
	interpreter := strings.TrimLeft(string(line), " \t")
	if !path.IsAbs(interpreter) || strings.HasPrefix(interpreter, Prefix) {
		return nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	rest := text[2+len(line):]
	return os.WriteFile(name, slices.Concat([]byte("#!"+Prefix+"/"+usrMerged(interpreter[1:])), rest), 0o755)
}

func (f elfFile) patch(ctx context.Context) error {
	var rpath []string
	for _, dir := range libraryDirs {
		rpath = append(rpath, Prefix+"/"+dir)
	}
	base := filepath.Base(f.path)
	if strings.HasPrefix(base, "ld-linux") || strings.HasPrefix(base, "libc.so") {
		return nil // the loader has no rpath, and libc needs only the loader
	}
	args := []string{"--set-rpath", strings.Join(rpath, ":"), "--force-rpath"}
	if f.interp {
		args = append(args, "--set-interpreter", loader)
	}
	out, err := exec.CommandContext(ctx, "patchelf", append(args, f.path)...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("patchelf %s: %w: %s", f.path, err, bytes.TrimSpace(out))
	}
	return nil
}

// checkNeeded makes sure that what was left out is not needed.
func checkNeeded(files []elfFile) error {
	have := make(map[string]bool)
	for _, f := range files {
		have[filepath.Base(f.path)] = true
		links, _ := filepath.Glob(filepath.Join(filepath.Dir(f.path), "*.so*"))
		for _, link := range links {
			have[filepath.Base(link)] = true
		}
	}
	for _, f := range files {
		for _, library := range f.needed {
			if !have[library] {
				return fmt.Errorf("%s needs %s, which no chosen package has; remove a `without` line of debian.txt", f.path, library)
			}
		}
	}
	return nil
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
