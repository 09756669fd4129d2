package audit

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// maxSections bounds the section headers that are looked at; a linker makes some
// 40, and an object with a section per function a few thousand.
const maxSections = 1 << 20

// sections finds sections of an ELF file by their name. elf.NewFile reads whatever a file says that it has,
// gigabytes of it, and a name of any length for every section; here nothing is
// read but headers, and as much of a name as is wanted.
type sections struct {
	file  io.ReaderAt
	order binary.ByteOrder
	wide  bool  // ELF64
	at    int64 // of the first header
	size  int64 // of one header
}

var errNoELF = errors.New("no ELF file")

func openSections(file io.ReaderAt) (s sections, count, names uint64, err error) {
	ident := make([]byte, elf.EI_NIDENT)
	n, err := file.ReadAt(ident, 0)
	switch {
	case !bytes.HasPrefix(ident[:n], []byte(elf.ELFMAG)):
		return s, 0, 0, errNoELF
	case err != nil:
		return s, 0, 0, fmt.Errorf("the ELF header is cut short: %w", err)
	}
	s = sections{file: file, order: binary.LittleEndian, wide: elf.Class(ident[elf.EI_CLASS]) == elf.ELFCLASS64}
	if elf.Data(ident[elf.EI_DATA]) == elf.ELFDATA2MSB {
		s.order = binary.BigEndian
	}
	if class := elf.Class(ident[elf.EI_CLASS]); !s.wide && class != elf.ELFCLASS32 {
		return s, 0, 0, fmt.Errorf("the ELF class %v is not known", class)
	}
	var h elf.Header64
	if err := s.read(0, &h, new(elf.Header32), func(narrow any) {
		n := narrow.(*elf.Header32)
		h = elf.Header64{Shoff: uint64(n.Shoff), Shentsize: n.Shentsize, Shnum: n.Shnum, Shstrndx: n.Shstrndx}
	}); err != nil {
		return s, 0, 0, fmt.Errorf("the ELF header is cut short: %w", err)
	}
	s.at, s.size = int64(h.Shoff), int64(h.Shentsize)
	count, names = uint64(h.Shnum), uint64(h.Shstrndx)
	if h.Shoff == 0 {
		return s, 0, 0, nil // stripped of its sections
	}
	if s.at < 0 || s.size < s.least() {
		return s, 0, 0, errors.New("the table of sections is damaged")
	}
	// elf(5): what does not fit into the header stands in the first section's.
	if count == 0 || elf.SectionIndex(names) == elf.SHN_XINDEX {
		first, err := s.header(0)
		if err != nil {
			return s, 0, 0, err
		}
		if count == 0 {
			count = first.Size
		}
		if elf.SectionIndex(names) == elf.SHN_XINDEX {
			names = uint64(first.Link)
		}
	}
	if count > maxSections {
		return s, 0, 0, fmt.Errorf("it says that it has %d sections; at most %d are looked at", count, maxSections)
	}
	return s, count, names, nil
}

// least is the size of a section's header.
func (s sections) least() int64 {
	if s.wide {
		return int64(binary.Size(elf.Section64{}))
	}
	return int64(binary.Size(elf.Section32{}))
}

// read reads a structure of the file: into wide, or into narrow, which is then
// converted.
func (s sections) read(at int64, wide, narrow any, convert func(any)) error {
	if s.wide {
		return binary.Read(io.NewSectionReader(s.file, at, 1<<10), s.order, wide)
	}
	err := binary.Read(io.NewSectionReader(s.file, at, 1<<10), s.order, narrow)
	convert(narrow)
	return err
}

// header reads the header of section i.
func (s sections) header(i uint64) (h elf.Section64, err error) {
	err = s.read(s.at+int64(i)*s.size, &h, new(elf.Section32), func(narrow any) {
		n := narrow.(*elf.Section32)
		h = elf.Section64{Name: n.Name, Type: n.Type, Flags: uint64(n.Flags), Off: uint64(n.Off), Size: uint64(n.Size), Link: n.Link}
	})
	if err != nil {
		return h, fmt.Errorf("the table of sections is cut short: %w", err)
	}
	return h, nil
}

// named calls f for every section of a name.
func (s sections) named(want string, count, names uint64, f func(elf.Section64) error) error {
	if names >= count {
		return nil // no section has a name
	}
	table, err := s.header(names)
	if err != nil {
		return err
	}
	name := make([]byte, len(want)+1)
	for i := range count {
		h, err := s.header(i)
		if err != nil {
			return err
		}
		if elf.SectionType(h.Type) == elf.SHT_NOBITS {
			continue
		}
		if _, err := s.file.ReadAt(name, int64(table.Off)+int64(h.Name)); err != nil && err != io.EOF {
			return fmt.Errorf("read the name of section %d: %w", i, err)
		}
		if bytes.Equal(name, append([]byte(want), 0)) {
			if err := f(h); err != nil {
				return err
			}
		}
		clear(name)
	}
	return nil
}
