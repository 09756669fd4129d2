package audit

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"
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
	if err := os.WriteFile(filepath.Join(dir, "broken"), []byte("\x7fELF broken"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Tree(dir); err == nil {
		t.Error("a broken ELF file was passed over in silence")
	}
}

func FuzzParseNotes(f *testing.F) {
	f.Add(note(owner, "argp", binary.LittleEndian))
	f.Add([]byte{255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		parseNotes(data, binary.LittleEndian)
	})
}
