package audit

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// lying makes an ELF64 file with one section of notes, and lets change what its
// headers say.
func lying(change func(h *elf.Header64, names, notes *elf.Section64)) []byte {
	strings := "\x00.note.wildebeest\x00"
	data := note(owner, "argp", binary.LittleEndian)
	h := elf.Header64{Shoff: 1024, Shentsize: 64, Shnum: 3, Shstrndx: 1}
	copy(h.Ident[:], elf.ELFMAG+"\x02\x01\x01")
	names := elf.Section64{Type: uint32(elf.SHT_STRTAB), Off: 64, Size: uint64(len(strings))}
	notes := elf.Section64{Name: 1, Type: uint32(elf.SHT_NOTE), Off: 512, Size: uint64(len(data))}
	change(&h, &names, &notes)
	var b bytes.Buffer
	binary.Write(&b, binary.LittleEndian, h)
	b.WriteString(strings)
	b.Write(make([]byte, 512-b.Len()))
	b.Write(data)
	b.Write(make([]byte, 1024-b.Len()))
	for _, s := range []elf.Section64{{Size: 3}, names, notes} {
		binary.Write(&b, binary.LittleEndian, s)
	}
	return b.Bytes()
}

// lies are headers that say of a file more than it has. A file has 4 TB of
// holes behind what is written.
var lies = map[string]struct {
	change func(h *elf.Header64, names, notes *elf.Section64)
	want   string // of the error; "" is none, and the module is found
}{
	"nothing":          {func(*elf.Header64, *elf.Section64, *elf.Section64) {}, ""},
	"a table of names": {func(_ *elf.Header64, names, _ *elf.Section64) { names.Size = 1 << 41 }, ""},
	"compressed names": {func(_ *elf.Header64, names, _ *elf.Section64) {
		names.Flags, names.Size = uint64(elf.SHF_COMPRESSED), 1<<40
	}, ""},
	"program headers":     {func(h *elf.Header64, _, _ *elf.Section64) { h.Phoff, h.Phnum, h.Phentsize = 64, 0xffff, 0xffff }, ""},
	"the number":          {func(h *elf.Header64, _, _ *elf.Section64) { h.Shnum = 0 }, ""}, // it stands in the first section
	"all sections":        {func(h *elf.Header64, _, _ *elf.Section64) { h.Shoff, h.Shnum = 1<<40, 0xffff }, "-"},
	"notes":               {func(_ *elf.Header64, _, notes *elf.Section64) { notes.Size = 1 << 40 }, "more than 1048576 bytes"},
	"compressed notes":    {func(_ *elf.Header64, _, notes *elf.Section64) { notes.Flags = uint64(elf.SHF_COMPRESSED) }, "compressed"},
	"no space in a table": {func(h *elf.Header64, _, _ *elf.Section64) { h.Shentsize = 1 }, "damaged"},
	"an offset below 0":   {func(h *elf.Header64, _, _ *elf.Section64) { h.Shoff = 1 << 63 }, "damaged"},
	"a class":             {func(h *elf.Header64, _, _ *elf.Section64) { h.Ident[elf.EI_CLASS] = 7 }, "class"},
}

func TestLies(t *testing.T) {
	for name, lie := range lies {
		path := filepath.Join(t.TempDir(), "object")
		if err := os.WriteFile(path, lying(lie.change), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, 4<<40); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		found, err := File(path)
		runtime.ReadMemStats(&after)
		switch lie.want {
		case "":
			if err != nil || !slices.Equal(found, []string{"argp"}) {
				t.Errorf("%s: %q, error %v", name, found, err)
			}
		case "-": // holes: sections without a name
			if err != nil || len(found) > 0 {
				t.Errorf("%s: %q, error %v", name, found, err)
			}
		default:
			if err == nil || !strings.Contains(err.Error(), lie.want) {
				t.Errorf("%s: %q, error %v; want %s", name, found, err, lie.want)
			}
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 256<<20 {
			t.Errorf("%s: %d bytes allocated", name, used)
		}
	}
	// More sections than are looked at.
	many := lying(func(h *elf.Header64, _, _ *elf.Section64) { h.Shnum = 0 })
	binary.LittleEndian.PutUint64(many[1024+32:], 1<<40) // sh_size of the first
	if _, err := modules(bytes.NewReader(many)); err == nil || !strings.Contains(err.Error(), "sections") {
		t.Errorf("2^40 sections: error %v", err)
	}
}

// FuzzModules: any file gives an answer or an error.
func FuzzModules(f *testing.F) {
	for _, lie := range lies {
		f.Add(lying(lie.change))
	}
	f.Fuzz(func(t *testing.T, file []byte) { modules(bytes.NewReader(file)) })
}
