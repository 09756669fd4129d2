// Package audit reads from ELF files which modules of libwildebeest they really
// contain: every object of the library carries a note with its module's name,
// and the linker keeps the notes of the members it pulls. Macro-only modules
// leave none.
package audit

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/internal/elfread"
	"github.com/serpent-os/wildebeest/internal/regular"
)

const (
	section = ".note.wildebeest"
	owner   = "wildebeest"
	// maxNotes bounds the sections of a file together, in bytes; a note has some 40.
	maxNotes = 1 << 20
)

// File returns the modules in an ELF file, sorted, each once. A file that is no
// ELF file has none.
func File(path string) ([]string, error) {
	file, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	modules, err := modules(file)
	if err != nil {
		return nil, fmt.Errorf("audit %s: %w", path, err)
	}
	slices.Sort(modules)
	return slices.Compact(modules), nil
}

// modules reads the notes of an ELF file.
func modules(file io.ReaderAt) ([]string, error) {
	object, err := elfread.Open(file)
	if err != nil {
		if err == elfread.ErrNotELF {
			return nil, nil
		}
		return nil, err
	}
	var modules []string
	left := uint64(maxNotes)
	err = object.Sections(section, func(h elf.Section64) error {
		if h.Size > left {
			return fmt.Errorf("%s has more than %d bytes", section, maxNotes)
		}
		if elf.SectionFlag(h.Flags)&elf.SHF_COMPRESSED != 0 {
			return fmt.Errorf("%s is compressed, which no linker does", section)
		}
		left -= h.Size
		data := make([]byte, h.Size)
		if _, err := file.ReadAt(data, int64(h.Off)); err != nil {
			return fmt.Errorf("read %s: %w", section, err)
		}
		found, err := parseNotes(data, object.Order)
		modules = append(modules, found...)
		return err
	})
	return modules, err
}

// parseNotes reads elf(5) notes: name size, descriptor size, type, then both
// padded to 4 bytes.
func parseNotes(data []byte, order binary.ByteOrder) ([]string, error) {
	var modules []string
	for len(data) > 0 {
		if len(data) < 12 {
			return nil, errors.New("a note is cut short")
		}
		nameSize, descSize := uint64(order.Uint32(data)), uint64(order.Uint32(data[4:]))
		data = data[12:]
		name, rest, ok := take(data, nameSize)
		if !ok {
			return nil, errors.New("a note's name is cut short")
		}
		desc, rest, ok := take(rest, descSize)
		if !ok {
			return nil, errors.New("a note's descriptor is cut short")
		}
		if text(name) == owner {
			modules = append(modules, text(desc))
		}
		data = rest
	}
	return modules, nil
}

// take cuts size bytes and their padding off data; the last padding may be absent.
func take(data []byte, size uint64) (part, rest []byte, ok bool) {
	if size > uint64(len(data)) {
		return nil, nil, false
	}
	padded := min((size+3)&^3, uint64(len(data)))
	return data[:size], data[padded:], true
}

func text(field []byte) string {
	before, _, _ := bytes.Cut(field, []byte{0})
	return string(before)
}

// Tree returns the modules of every regular file below dir that has any, by the
// file's path relative to dir. Links are not followed. What can't be read does
// not end the audit: the map holds the modules of all other files, and the error
// joins one for each broken file (errors.Join).
func Tree(dir string) (map[string][]string, error) {
	found := make(map[string][]string)
	var broken []error
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && path == dir:
			return err
		case err != nil:
			broken = append(broken, err)
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		}
		modules, err := File(path)
		if err != nil {
			broken = append(broken, err)
		}
		if len(modules) == 0 {
			return nil
		}
		name, err := filepath.Rel(dir, path)
		found[name] = modules
		return err
	})
	return found, errors.Join(append(broken, err)...)
}
