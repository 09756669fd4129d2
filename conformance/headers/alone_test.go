package headers_test

import (
	"bytes"
	"debug/elf"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// TestUsesAreWhatObjectsCall holds `uses:` of each module.yaml against the
// undefined symbols of the module's objects: each module that defines one is
// required or used, and nothing else is stated.
func TestUsesAreWhatObjectsCall(t *testing.T) {
	modules := allModules(t)
	owner := make(map[string]string)
	calls := make(map[string][]string)
	for _, m := range modules {
		for _, source := range m.Sources {
			defined, undefined := globalSymbols(t, objectOf(filepath.Join(library(t), "source"), source))
			for _, name := range defined {
				owner[name] = m.Name
			}
			calls[m.Name] = append(calls[m.Name], undefined...)
		}
	}
	for _, m := range modules {
		var uses []string
		for _, name := range calls[m.Name] {
			if used, ours := owner[name]; ours && used != m.Name && !slices.Contains(m.Requires, used) {
				uses = append(uses, used)
			}
		}
		slices.Sort(uses)
		if diff := cmp.Diff(slices.Compact(uses), m.Uses); diff != "" {
			t.Errorf("headers/%s/module.yaml: uses (-what the objects call +stated):\n%s", m.Name, diff)
		}
	}
}

// TestEachModuleLinksAlone generates each module with what it requires and uses, and
// compiles it there: its objects are those of the whole library. A program links with
// all objects of the modules that were generated: no symbol is missing.
func TestEachModuleLinksAlone(t *testing.T) {
	modules := allModules(t)
	to := muslTargets(t)[0]
	whole := filepath.Join(library(t), "source")
	for _, m := range modules {
		if m.MacroOnly() {
			continue
		}
		t.Run(m.Name, func(t *testing.T) {
			t.Parallel()
			chosen, err := headers.Closure(modules, []string{m.Name})
			if err != nil {
				t.Fatal(err)
			}
			dir := filepath.Join(t.TempDir(), "tree")
			if err := generate.Tree(dir, chosen); err != nil {
				t.Fatal(err)
			}
			if err := clang.CompileTree(t.Context(), dir, muslBuild(t), m.Name); err != nil {
				t.Fatal(err)
			}
			for _, source := range m.Sources {
				if !bytes.Equal(content(t, objectOf(dir, source)), content(t, objectOf(whole, source))) {
					t.Errorf("%s compiles to another object than in the whole library", source)
				}
			}
			var objects []string // those of the other modules have been compared in their own tree
			for _, needed := range chosen {
				for _, source := range needed.Sources {
					objects = append(objects, objectOf(whole, source))
				}
			}
			alone := to
			alone.link = withArchive(to.link, objects...)
			program := filepath.Join(t.TempDir(), "all.c")
			// Debian's libunwind, which execinfo needs, calls glibc's __fprintf_chk.
			text := "int __fprintf_chk(void);\nint __fprintf_chk(void) { return 0; }\nint main(void) { return 0; }\n"
			if err := os.WriteFile(program, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			alone.compile(t, program)
		})
	}
}

// objectOf is the object that a generated tree has for NAME/src/FILE.c.
func objectOf(tree, source string) string {
	module, _, _ := strings.Cut(source, "/")
	return filepath.Join(tree, "src", module, strings.TrimSuffix(filepath.Base(source), ".c")+".o")
}

// withArchive is link with other words in the place of libwildebeest.a.
func withArchive(link []string, words ...string) []string {
	at := slices.IndexFunc(link, func(flag string) bool { return strings.HasSuffix(flag, "libwildebeest.a") })
	return slices.Concat(link[:at], words, link[at+1:])
}

func content(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// globalSymbols are the names that an object defines for others, and those that
// it needs.
func globalSymbols(t testing.TB, object string) (defined, undefined []string) {
	t.Helper()
	file, err := elf.Open(object)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	symbols, err := file.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	for _, symbol := range symbols {
		switch {
		case elf.ST_BIND(symbol.Info) == elf.STB_LOCAL:
		case symbol.Section == elf.SHN_UNDEF:
			undefined = append(undefined, symbol.Name)
		default:
			defined = append(defined, symbol.Name)
		}
	}
	return defined, undefined
}
