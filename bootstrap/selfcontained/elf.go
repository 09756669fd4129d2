package selfcontained

import (
	"bytes"
	"debug/elf"
	"io"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/elfread"
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
// not ELF beyond its first bytes has none of them.
func (c *checker) elf(file string, opened io.ReaderAt) {
	object, err := elfread.Open(opened)
	if err != nil {
		return
	}
	dynamic, _ := object.Dynamic() // behind a damage, the dynamic linker finds nothing either
	switch name := dynamic.Interpreter; {
	case name == "":
	case c.refers(name):
		c.add(file, Interpreter, "%s", name)
	case !c.names[filepath.Base(name)]:
		c.add(file, Interpreter, "%s, which is not in the root", name)
	}
	for _, path := range dynamic.Rpaths {
		if c.refers(path) {
			c.add(file, Rpath, "%s", path)
		}
	}
	for _, library := range dynamic.Needed {
		if !c.library(library) {
			c.add(file, Needed, "%s, which is not in the root", library)
		}
	}
}
