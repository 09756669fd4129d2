package headers_test

import (
	"debug/elf"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/audit"
)

// TestFootprint links programs that use one function each and looks at which of
// the library's objects came along: those that it needs, and the program grows
// by no more than they have. The bound is what they measured, and a third.
func TestFootprint(t *testing.T) {
	for _, test := range []struct {
		label, program string
		modules        []string // that may be linked in
		growth         uint64   // bytes of code and data, without the libc's own
	}{
		{"basename", "#include <string.h>\nint main(int n, char **a) { return *basename(a[n - 1]); }\n", []string{"string"}, 50},
		{"fnmatch", "#include <fnmatch.h>\nint main(int n, char **a) { return fnmatch(\"@(a|b)\", a[n - 1], FNM_EXTMATCH); }\n",
			[]string{"fnmatch"}, 9600},
		{"argz", "#include <argz.h>\nint main(int n, char **a) { return (int)argz_count(a[0], (size_t)n); }\n", []string{"argz"}, 175},
	} {
		t.Run(test.label, func(t *testing.T) {
			for _, to := range muslTargets(t) {
				to.link = append([]string{"-Wl,--gc-sections"}, to.link...)
				without, with := filepath.Join(t.TempDir(), "without.c"), filepath.Join(t.TempDir(), "with.c")
				for file, text := range map[string]string{without: "int main(void) { return 0; }\n", with: test.program} {
					if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				bare := to.compile(t, without, "-D_GNU_SOURCE", "-g")
				used := to.compile(t, with, "-D_GNU_SOURCE", "-g")
				own, modules := librarySize(t, used)
				for _, module := range modules {
					if !slices.Contains(test.modules, module) {
						t.Errorf("%s: the module %s came along", to.name, module)
					}
				}
				t.Logf("%s: %d bytes of %v; the whole program has %d more", to.name, own, modules, loaded(t, used)-loaded(t, bare))
				if own == 0 || own > test.growth {
					t.Errorf("%s: %d bytes of libwildebeest, want 1 to %d", to.name, own, test.growth)
				}
			}
		})
	}
}

// librarySize sums up the functions and data of the library in a program, by
// its symbols, and names the modules of its notes.
func librarySize(t *testing.T, executable string) (bytes uint64, modules []string) {
	t.Helper()
	file, err := elf.Open(executable)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	symbols, err := file.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	ours := librarySymbols(t)
	for _, symbol := range symbols {
		if ours[symbol.Name] && symbol.Section != elf.SHN_UNDEF {
			bytes += symbol.Size
		}
	}
	modules, err = audit.File(executable)
	if err != nil {
		t.Fatal(err)
	}
	return bytes, modules
}

// loaded is the memory that a program takes when it starts.
func loaded(t *testing.T, executable string) (bytes uint64) {
	t.Helper()
	file, err := elf.Open(executable)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, part := range file.Progs {
		if part.Type == elf.PT_LOAD {
			bytes += part.Memsz
		}
	}
	return bytes
}

// librarySymbols are the names that the library's objects define.
func librarySymbols(t *testing.T) map[string]bool {
	t.Helper()
	names := make(map[string]bool)
	for _, m := range allModules(t) {
		for _, source := range m.Sources {
			defined, _ := globalSymbols(t, objectOf(filepath.Join(library(t), "source"), source))
			for _, name := range defined {
				names[name] = true
			}
		}
	}
	return names
}

// TestNotesTellWhatIsLinked links programs for musl, with sections collected,
// and reads their notes: the modules that are used, and no others.
func TestNotesTellWhatIsLinked(t *testing.T) {
	for _, test := range []struct {
		label, program string
		want           []string
	}{
		{"nothing", "int main(void) { return 0; }\n", nil},
		{"macros alone", "#include <sys/stat.h>\nint main(void) { return ACCESSPERMS == 0; }\n", nil},
		{"error", "#include <error.h>\nint main(void) { error(0, 0, \"x\"); return 0; }\n", []string{"error"}},
		{"argz", "#include <argz.h>\nint main(void) { return (int)argz_count(\"\", 0); }\n", []string{"argz"}},
	} {
		t.Run(test.label, func(t *testing.T) {
			source := filepath.Join(t.TempDir(), "program.c")
			if err := os.WriteFile(source, []byte(test.program), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, to := range muslTargets(t) {
				to.link = append([]string{"-Wl,--gc-sections"}, to.link...)
				got, err := audit.File(to.compile(t, source, "-D_GNU_SOURCE"))
				if err != nil {
					t.Fatal(err)
				}
				for _, module := range test.want {
					if !slices.Contains(got, module) {
						t.Errorf("%s: notes %v, want %v among them", to.name, got, test.want)
					}
				}
				if test.want == nil && len(got) > 0 {
					t.Errorf("%s: notes %v in a program that uses nothing", to.name, got)
				}
			}
		})
	}
}
