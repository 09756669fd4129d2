package elfread

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"io"
)

// Bounds of what the dynamic linker is told. A program has some 12 segments and 30
// entries of PT_DYNAMIC; PATH_MAX bounds each text.
const (
	maxEntries = 1 << 14
	maxText    = 4096
)

// Dynamic is what the dynamic linker reads of a program or library, from its
// segments: sections are not there for it, and may be stripped or say other things.
type Dynamic struct {
	Interpreter string   // the dynamic linker itself, or empty
	Rpaths      []string // DT_RPATH and DT_RUNPATH
	Needed      []string // DT_NEEDED: the libraries it is linked with
}

// Dynamic reads what the file tells the dynamic linker. Of a damaged file it returns
// what comes before the damage, with the error.
func (f *File) Dynamic() (d Dynamic, err error) {
	segments, err := f.segments()
	if err != nil {
		return d, err
	}
	for _, s := range segments {
		switch elf.ProgType(s.Type) {
		case elf.PT_INTERP:
			d.Interpreter, err = f.text(int64(s.Off))
		case elf.PT_DYNAMIC:
			err = f.entries(s, segments, &d)
		}
		if err != nil {
			return d, err
		}
	}
	return d, nil
}

func (f *File) segments() ([]elf.Prog64, error) {
	h := f.header
	if h.Phnum > 0 && int64(h.Phentsize) < least[elf.Prog64, elf.Prog32](f) {
		return nil, errors.New("the table of segments is damaged")
	}
	var all []elf.Prog64
	for i := range int64(h.Phnum) {
		var s elf.Prog64
		err := read(f, int64(h.Phoff)+i*int64(h.Phentsize), &s, func(n elf.Prog32) elf.Prog64 {
			return elf.Prog64{Type: n.Type, Off: uint64(n.Off), Vaddr: uint64(n.Vaddr), Filesz: uint64(n.Filesz)}
		})
		if err != nil {
			return nil, fmt.Errorf("the table of segments is cut short: %w", err)
		}
		switch elf.ProgType(s.Type) {
		case elf.PT_INTERP, elf.PT_DYNAMIC, elf.PT_LOAD:
			all = append(all, s)
		}
	}
	return all, nil
}

// entries reads the table that a segment is.
func (f *File) entries(table elf.Prog64, segments []elf.Prog64, d *Dynamic) error {
	size := least[elf.Dyn64, elf.Dyn32](f)
	var strings int64
	found := make(map[elf.DynTag][]uint64)
	for i := range min(int64(table.Filesz)/size, maxEntries) {
		var e elf.Dyn64
		err := read(f, int64(table.Off)+i*size, &e, func(n elf.Dyn32) elf.Dyn64 {
			return elf.Dyn64{Tag: int64(n.Tag), Val: uint64(n.Val)}
		})
		if err != nil {
			return fmt.Errorf("the table of the dynamic linker is cut short: %w", err)
		}
		switch tag := elf.DynTag(e.Tag); tag {
		case elf.DT_STRTAB:
			strings = fileOffset(e.Val, segments)
		case elf.DT_RPATH, elf.DT_RUNPATH, elf.DT_NEEDED:
			found[tag] = append(found[tag], e.Val)
		}
		if elf.DynTag(e.Tag) == elf.DT_NULL {
			break
		}
	}
	rpaths, err := f.texts(strings, append(found[elf.DT_RPATH], found[elf.DT_RUNPATH]...))
	if err != nil {
		return err
	}
	d.Rpaths = rpaths
	d.Needed, err = f.texts(strings, found[elf.DT_NEEDED])
	return err
}

// fileOffset is where in the file an address in memory is.
func fileOffset(address uint64, segments []elf.Prog64) int64 {
	for _, s := range segments {
		if elf.ProgType(s.Type) == elf.PT_LOAD && address >= s.Vaddr && address-s.Vaddr < s.Filesz {
			return int64(s.Off + address - s.Vaddr)
		}
	}
	return int64(address)
}

// texts reads those at offsets in a table.
func (f *File) texts(table int64, offsets []uint64) (all []string, err error) {
	for _, at := range offsets {
		text, err := f.text(table + int64(at))
		if err != nil {
			return all, err
		}
		all = append(all, text)
	}
	return all, nil
}

// text reads a text that ends with a zero byte.
func (f *File) text(at int64) (string, error) {
	buffer := make([]byte, maxText)
	n, err := f.in.ReadAt(buffer, at)
	text, _, ended := bytes.Cut(buffer[:n], []byte{0})
	switch {
	case ended:
		return string(text), nil
	case err != nil && err != io.EOF:
		return "", fmt.Errorf("read a name at %d: %w", at, err)
	}
	return "", fmt.Errorf("a name at %d has no end within %d bytes", at, maxText)
}
