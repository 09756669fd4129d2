package stage2

import (
	"bytes"
	"debug/elf"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// An elfFile is a dynamic program or shared library of the tree.
type elfFile struct {
	path   string
	needed []string
	interp bool
}

// executables finds them, each once, whatever its number of hard links: what is
// written to one name shows under the others.
func executables(dir string, l libraries) ([]elfFile, error) {
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
		file, ok, err := inspect(name, l)
		if ok {
			found = append(found, file)
		}
		return err
	})
	return found, err
}

// inspect reads a file's head: ELF files are returned, scripts rewritten.
func inspect(name string, l libraries) (elfFile, bool, error) {
	file, err := os.Open(name)
	if err != nil {
		return elfFile{}, false, err
	}
	defer file.Close()
	head := make([]byte, 256)
	n, err := io.ReadFull(file, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return elfFile{}, false, fmt.Errorf("read %s: %w", name, err)
	}
	head = head[:n]
	if bytes.HasPrefix(head, []byte("#!")) {
		return elfFile{}, false, relocateScript(name, head)
	}
	if !bytes.HasPrefix(head, []byte(elf.ELFMAG)) {
		return elfFile{}, false, nil
	}
	object, err := elf.NewFile(file)
	if err != nil || object.Machine != l.machine || object.Class != l.class || object.SectionByType(elf.SHT_DYNAMIC) == nil {
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

// checkNeeded makes sure that no file needs a library of a package that the list
// leaves out.
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
				return fmt.Errorf("%s needs %s, which no chosen package has; remove a `without` line of the package list", f.path, library)
			}
		}
	}
	return nil
}
