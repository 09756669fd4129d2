package elfread

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestAsDebugELF holds what is read of this machine's programs and libraries
// against package debug/elf.
func TestAsDebugELF(t *testing.T) {
	files, _ := filepath.Glob("/usr/bin/*")
	libraries, _ := filepath.Glob("/usr/lib/*-linux-*/*.so*")
	read := 0
	for _, path := range append(files, libraries...) {
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		object, err := Open(file)
		if err == nil {
			read++
			compare(t, path, object, file)
		}
		file.Close()
	}
	if read < 20 {
		t.Errorf("%d ELF files were read", read)
	}
}

func compare(t *testing.T, path string, object *File, file io.ReaderAt) {
	t.Helper()
	got, err := object.Dynamic()
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	want, err := elf.NewFile(file)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	interpreter := ""
	for _, p := range want.Progs {
		if p.Type == elf.PT_INTERP {
			text, _ := io.ReadAll(p.Open())
			interpreter = strings.TrimRight(string(text), "\x00")
		}
	}
	rpath, _ := want.DynString(elf.DT_RPATH)
	runpath, _ := want.DynString(elf.DT_RUNPATH)
	needed, _ := want.ImportedLibraries()
	if got.Interpreter != interpreter || !slices.Equal(got.Rpaths, append(rpath, runpath...)) || !slices.Equal(got.Needed, needed) {
		t.Errorf("%s: %+v, want %q %q %q %q", path, got, interpreter, rpath, runpath, needed)
	}
}

// dynamic makes an ELF64 program with one library, and lets change what its headers
// say.
func dynamic(change func(h *elf.Header64, load, table *elf.Prog64, entries []elf.Dyn64)) []byte {
	h := elf.Header64{Phoff: 64, Phentsize: 56, Phnum: 2}
	copy(h.Ident[:], elf.ELFMAG+"\x02\x01\x01")
	load := elf.Prog64{Type: uint32(elf.PT_LOAD), Vaddr: 0x10000, Filesz: 4096}
	table := elf.Prog64{Type: uint32(elf.PT_DYNAMIC), Off: 512, Vaddr: 0x10200, Filesz: 48}
	entries := []elf.Dyn64{{Tag: int64(elf.DT_NEEDED), Val: 1}, {Tag: int64(elf.DT_STRTAB), Val: 0x10400}, {}}
	change(&h, &load, &table, entries)
	b := make([]byte, 4096)
	put := func(at int, value any) {
		var part bytes.Buffer
		binary.Write(&part, binary.LittleEndian, value)
		copy(b[at:], part.Bytes())
	}
	put(0, h)
	put(64, []elf.Prog64{load, table})
	put(512, entries)
	copy(b[1024:], "\x00libx.so\x00")
	return b
}

// TestDynamicLies has headers that say more than the file has; it ends with a hole
// of 4 TiB.
func TestDynamicLies(t *testing.T) {
	for label, lie := range map[string]struct {
		change func(h *elf.Header64, load, table *elf.Prog64, entries []elf.Dyn64)
		want   string // of the error; "" is none, and the library is found
	}{
		"nothing":           {func(*elf.Header64, *elf.Prog64, *elf.Prog64, []elf.Dyn64) {}, ""},
		"a table's size":    {func(_ *elf.Header64, _, table *elf.Prog64, _ []elf.Dyn64) { table.Filesz = 1 << 50 }, ""},
		"segments":          {func(h *elf.Header64, _, _ *elf.Prog64, _ []elf.Dyn64) { h.Phnum = 0xffff }, ""},
		"a segment's size":  {func(h *elf.Header64, _, _ *elf.Prog64, _ []elf.Dyn64) { h.Phentsize = 8 }, "damaged"},
		"a name in nowhere": {func(_ *elf.Header64, _, _ *elf.Prog64, e []elf.Dyn64) { e[0].Val = 1 << 60 }, "name"},
		"a name below 0":    {func(_ *elf.Header64, _, _ *elf.Prog64, e []elf.Dyn64) { e[0].Val = 1 << 63 }, "name"},
	} {
		path := filepath.Join(t.TempDir(), "program")
		if err := os.WriteFile(path, dynamic(lie.change), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, 4<<40); err != nil {
			t.Fatal(err)
		}
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		object, err := Open(file)
		if err != nil {
			t.Fatalf("%s: %v", label, err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got, err := object.Dynamic()
		runtime.ReadMemStats(&after)
		file.Close()
		if lie.want == "" && (err != nil || !slices.Equal(got.Needed, []string{"libx.so"})) || lie.want != "" && (err == nil || !strings.Contains(err.Error(), lie.want)) {
			t.Errorf("%s: %+v, %v; want %q", label, got, err, lie.want)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
			t.Errorf("%s: %d bytes were allocated", label, used)
		}
	}
}

// TestManyLongNames has more entries than the dynamic linker is told by any program,
// each with a name of the whole table.
func TestManyLongNames(t *testing.T) {
	b := dynamic(func(_ *elf.Header64, _, table *elf.Prog64, _ []elf.Dyn64) { table.Off, table.Filesz = 4096, 1<<30 })
	var entries bytes.Buffer
	for range 4 * maxEntries {
		binary.Write(&entries, binary.LittleEndian, elf.Dyn64{Tag: int64(elf.DT_NEEDED), Val: 1})
	}
	object, err := Open(bytes.NewReader(append(b, entries.Bytes()...)))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := object.Dynamic(); len(got.Needed) > maxEntries {
		t.Errorf("%d names", len(got.Needed))
	}
}

func FuzzDynamic(f *testing.F) {
	f.Add(dynamic(func(*elf.Header64, *elf.Prog64, *elf.Prog64, []elf.Dyn64) {}))
	f.Fuzz(func(t *testing.T, text []byte) {
		if object, err := Open(bytes.NewReader(text)); err == nil {
			object.Dynamic()
			object.Sections(".note", func(elf.Section64) error { return nil })
		}
	})
}
