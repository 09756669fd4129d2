package regular

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sparse makes a file with a text at each place, and a hole up to size.
func sparse(t *testing.T, size int64, texts map[int64]string) *os.File {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "sparse"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	for at, text := range texts {
		if _, err := file.WriteAt([]byte(text), at); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Truncate(size); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestData reads files with holes of a terabyte.
func TestData(t *testing.T) {
	for label, test := range map[string]struct {
		size  int64
		texts map[int64]string
	}{
		"empty": {0, nil}, "a hole": {1 << 40, nil}, "no hole": {5, map[int64]string{0: "12345"}},
		"between": {1 << 40, map[int64]string{0: "first", 1 << 39: "second", 1<<40 - 5: "third"}},
	} {
		got, err := io.ReadAll(Data(sparse(t, test.size, test.texts)))
		if err != nil {
			t.Errorf("%s: %v", label, err)
		}
		for _, text := range test.texts {
			if !bytes.Contains(got, []byte(text)) {
				t.Errorf("%s: %q is not in the %d bytes read", label, text, len(got))
			}
		}
		if len(got) > 1<<20 {
			t.Errorf("%s: %d bytes were read", label, len(got))
		}
	}
}

// TestELFOfTerabytes has headers that name tables as large as the file: a hole.
func TestELFOfTerabytes(t *testing.T) {
	const size = 1 << 40
	header := elf.Header64{
		Ident: [elf.EI_NIDENT]byte{0x7f, 'E', 'L', 'F', byte(elf.ELFCLASS64), byte(elf.ELFDATA2LSB), byte(elf.EV_CURRENT)},
		Type:  uint16(elf.ET_EXEC), Machine: uint16(elf.EM_X86_64), Version: 1, Shoff: 4096, Ehsize: 64, Shentsize: 64,
	}
	for label, change := range map[string]func(h *elf.Header64, first, second *elf.Section64){
		"sections": func(h *elf.Header64, first, _ *elf.Section64) { first.Size = 1 << 30 },
		"names": func(h *elf.Header64, _, second *elf.Section64) {
			h.Shnum, h.Shstrndx, second.Type, second.Size = 2, 1, uint32(elf.SHT_STRTAB), size/2
		},
	} {
		h, sections := header, [2]elf.Section64{}
		change(&h, &sections[0], &sections[1])
		var head, table bytes.Buffer
		if err := errors.Join(binary.Write(&head, binary.LittleEndian, h), binary.Write(&table, binary.LittleEndian, sections)); err != nil {
			t.Fatal(err)
		}
		file := sparse(t, size, map[int64]string{0: head.String(), 4096: table.String()})
		if _, err := elfWithin(file, 1<<20); err == nil || !strings.Contains(err.Error(), "more than 1048576 bytes") {
			t.Errorf("%s: %v", label, err)
		}
	}
}
