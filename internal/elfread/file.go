// Package elfread reads of ELF files (elf(5)) the little that is asked for. debug/elf
// reads whatever a file says that it has, gigabytes of it, and a name of any length
// for every section; here each part that is read has a bound, so that files which
// somebody else has made can be read.
package elfread

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// ErrNotELF is the error of Open for other files.
var ErrNotELF = errors.New("no ELF file")

// A File is an ELF file of any class and byte order.
type File struct {
	in     io.ReaderAt
	wide   bool // ELF64
	header elf.Header64

	Order binary.ByteOrder
}

// Open reads the header of an ELF file.
func Open(in io.ReaderAt) (*File, error) {
	ident := make([]byte, elf.EI_NIDENT)
	n, err := in.ReadAt(ident, 0)
	switch {
	case !bytes.HasPrefix(ident[:n], []byte(elf.ELFMAG)):
		return nil, ErrNotELF
	case err != nil:
		return nil, fmt.Errorf("the ELF header is cut short: %w", err)
	}
	f := &File{in: in, Order: binary.LittleEndian, wide: elf.Class(ident[elf.EI_CLASS]) == elf.ELFCLASS64}
	if elf.Data(ident[elf.EI_DATA]) == elf.ELFDATA2MSB {
		f.Order = binary.BigEndian
	}
	if class := elf.Class(ident[elf.EI_CLASS]); !f.wide && class != elf.ELFCLASS32 {
		return nil, fmt.Errorf("the ELF class %v is not known", class)
	}
	err = read(f, 0, &f.header, func(n elf.Header32) elf.Header64 {
		return elf.Header64{
			Phoff: uint64(n.Phoff), Phentsize: n.Phentsize, Phnum: n.Phnum,
			Shoff: uint64(n.Shoff), Shentsize: n.Shentsize, Shnum: n.Shnum, Shstrndx: n.Shstrndx,
		}
	})
	if err != nil {
		return nil, fmt.Errorf("the ELF header is cut short: %w", err)
	}
	return f, nil
}

// read reads a structure of the file, that of ELF32 by its conversion.
func read[Wide, Narrow any](f *File, at int64, to *Wide, convert func(Narrow) Wide) error {
	if f.wide {
		return binary.Read(io.NewSectionReader(f.in, at, int64(binary.Size(*to))), f.Order, to)
	}
	var narrow Narrow
	err := binary.Read(io.NewSectionReader(f.in, at, int64(binary.Size(narrow))), f.Order, &narrow)
	*to = convert(narrow)
	return err
}

// least is the size of a structure in a file of this class, in bytes.
func least[Wide, Narrow any](f *File) int64 {
	if f.wide {
		return int64(binary.Size(*new(Wide)))
	}
	return int64(binary.Size(*new(Narrow)))
}
