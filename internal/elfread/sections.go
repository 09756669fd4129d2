package elfread

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"io"
)

// maxSections bounds the section headers that are looked at; a linker makes some
// 40, and an object with a section per function a few thousand.
const maxSections = 1 << 20

// Sections calls each for every section of a name that has contents.
func (f *File) Sections(name string, each func(elf.Section64) error) error {
	count, names, err := f.sectionTable()
	if err != nil || names >= count {
		return err // no section has a name
	}
	table, err := f.section(names)
	if err != nil {
		return err
	}
	have := make([]byte, len(name)+1)
	for i := range count {
		h, err := f.section(i)
		if err != nil {
			return err
		}
		if elf.SectionType(h.Type) == elf.SHT_NOBITS {
			continue
		}
		if _, err := f.in.ReadAt(have, int64(table.Off)+int64(h.Name)); err != nil && err != io.EOF {
			return fmt.Errorf("read the name of section %d: %w", i, err)
		}
		if bytes.Equal(have, append([]byte(name), 0)) {
			if err := each(h); err != nil {
				return err
			}
		}
		clear(have)
	}
	return nil
}

// sectionTable returns how many sections there are, and which has their names.
func (f *File) sectionTable() (count, names uint64, err error) {
	h := f.header
	if h.Shoff == 0 {
		return 0, 0, nil // stripped of its sections
	}
	if int64(h.Shoff) < 0 || int64(h.Shentsize) < least[elf.Section64, elf.Section32](f) {
		return 0, 0, errors.New("the table of sections is damaged")
	}
	// What does not fit into the header stands in the first section's.
	count, names = uint64(h.Shnum), uint64(h.Shstrndx)
	if count == 0 || elf.SectionIndex(names) == elf.SHN_XINDEX {
		first, err := f.section(0)
		if err != nil {
			return 0, 0, err
		}
		if count == 0 {
			count = first.Size
		}
		if elf.SectionIndex(names) == elf.SHN_XINDEX {
			names = uint64(first.Link)
		}
	}
	if count > maxSections {
		return 0, 0, fmt.Errorf("it says that it has %d sections; at most %d are looked at", count, maxSections)
	}
	return count, names, nil
}

// section reads the header of section i.
func (f *File) section(i uint64) (h elf.Section64, err error) {
	err = read(f, int64(f.header.Shoff)+int64(i)*int64(f.header.Shentsize), &h, func(n elf.Section32) elf.Section64 {
		return elf.Section64{Name: n.Name, Type: n.Type, Flags: uint64(n.Flags), Off: uint64(n.Off), Size: uint64(n.Size), Link: n.Link}
	})
	if err != nil {
		return h, fmt.Errorf("the table of sections is cut short: %w", err)
	}
	return h, nil
}
