package selfcontained

import (
	"bytes"
	"debug/elf"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/regular"
)

// headSize is how many bytes of a file decide what kind of file it is.
const headSize = 256

// head examines the interpreter of a program or script and what it is linked to.
func (c *checker) head(file string, opened *os.File, head []byte) error {
	n, err := opened.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return err
	}
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte("#!")):
		line, _, _ := bytes.Cut(head, []byte("\n"))
		if c.refers(string(line)) {
			c.add(file, Script, "%s", line)
		}
	case bytes.HasPrefix(head, []byte(elf.ELFMAG)):
		c.elf(file, opened)
	}
	return nil
}

// elf examines a program's dynamic linker, rpaths and libraries. A file that is
// not ELF beyond its first bytes has none.
func (c *checker) elf(file string, opened io.ReaderAt) {
	object, err := regular.ELF(opened)
	if err != nil {
		return
	}
	for _, segment := range object.Progs {
		if segment.Type != elf.PT_INTERP || segment.Filesz > 4096 {
			continue
		}
		text := make([]byte, segment.Filesz)
		if _, err := segment.ReadAt(text, 0); err != nil {
			continue
		}
		name := strings.TrimRight(string(text), "\x00")
		if c.refers(name) {
			c.add(file, Interpreter, "%s", name)
		} else if !c.names[filepath.Base(name)] {
			c.add(file, Interpreter, "%s, which is not in the root", name)
		}
	}
	for _, tag := range []elf.DynTag{elf.DT_RPATH, elf.DT_RUNPATH} {
		paths, err := object.DynString(tag)
		for _, one := range paths {
			if err == nil && c.refers(one) {
				c.add(file, Rpath, "%s", one)
			}
		}
	}
	libraries, err := object.ImportedLibraries()
	for _, library := range libraries {
		if err == nil && !c.library(library) {
			c.add(file, Needed, "%s, which is not in the root", library)
		}
	}
}
