package audit

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type byteOrder interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

func note(name, desc string, order byteOrder) []byte {
	var out []byte
	name, desc = name+"\x00", desc+"\x00"
	for _, n := range []int{len(name), len(desc), 1} {
		out = order.AppendUint32(out, uint32(n))
	}
	for _, field := range []string{name, desc} {
		out = append(out, field...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func TestParseNotes(t *testing.T) {
	for _, order := range []byteOrder{binary.LittleEndian, binary.BigEndian} {
		both := slices.Concat(note(owner, "argp", order), note("GNU", "other", order), note(owner, "string", order))
		got, err := parseNotes(both, order)
		if err != nil || !slices.Equal(got, []string{"argp", "string"}) {
			t.Errorf("%v: %q, %v", order, got, err)
		}
		for cut := 1; cut < 12; cut++ {
			if _, err := parseNotes(note(owner, "argp", order)[:cut], order); err == nil {
				t.Errorf("%v: a note of %d bytes was taken for whole", order, cut)
			}
		}
	}
}

func TestFilesThatAreNoELF(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"empty": "", "script": "#!/bin/sh\n", "short": "\x7fEL"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if found, err := Tree(dir); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

func TestBrokenFilesAreNoted(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "z"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("\x7fELF broken"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "m"), object(note(owner, "argp", binary.LittleEndian)), 0o644); err != nil {
		t.Fatal(err)
	}
	found, err := Tree(dir)
	if diff := cmp.Diff(map[string][]string{"m": {"argp"}}, found); diff != "" {
		t.Errorf("modules (-want +got):\n%s", diff)
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || len(joined.Unwrap()) != 2 {
		t.Errorf("want an error for each of two broken files, have %v", err)
	}
	if _, err := Tree(filepath.Join(dir, "none")); err == nil {
		t.Error("a directory that is not there was audited")
	}
}

// object is the smallest ELF file with a section of notes.
func object(notes []byte) []byte {
	names := "\x00" + section + "\x00"
	var b bytes.Buffer
	head := elf.Header64{Type: uint16(elf.ET_REL), Machine: uint16(elf.EM_X86_64), Version: 1, Ehsize: 64, Shoff: 64, Shentsize: 64, Shnum: 3, Shstrndx: 2}
	copy(head.Ident[:], elf.ELFMAG+"\x02\x01\x01")
	data := uint64(64 + 3*64)
	for _, part := range []any{head, elf.Section64{},
		elf.Section64{Name: 1, Type: uint32(elf.SHT_NOTE), Off: data, Size: uint64(len(notes))},
		elf.Section64{Type: uint32(elf.SHT_STRTAB), Off: data + uint64(len(notes)), Size: uint64(len(names))},
		notes, []byte(names)} {
		_ = binary.Write(&b, binary.LittleEndian, part) // to memory
	}
	return b.Bytes()
}

func FuzzParseNotes(f *testing.F) {
	f.Add(note(owner, "argp", binary.LittleEndian))
	f.Add([]byte{255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		parseNotes(data, binary.LittleEndian)
	})
}
