package generate

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
)

func tree(t *testing.T, modules []headers.Module) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if err := Tree(dir, modules); err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		files[strings.TrimPrefix(name, dir+"/")] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTreeHasWhatTheModulesHave(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, all)
	for _, m := range all {
		for _, header := range m.Headers {
			if files["include/"+m.Name+"/"+header] == "" {
				t.Errorf("%s: %s is missing", m.Name, header)
			}
		}
		for _, source := range m.Sources {
			generated := "src/" + m.Name + "/" + filepath.Base(source)
			if files[generated] == "" || !strings.Contains(files["Makefile"], generated) {
				t.Errorf("%s: %s is missing, or the Makefile does not build it", m.Name, source)
			}
		}
		for file, line := range map[string]string{
			"meson.build": "\n  '" + m.Name + "': [[", "libwildebeest.wrap": ", libwildebeest-" + m.Name,
			"cmake/libwildebeest/libwildebeest-config.cmake.in": "\n_wildebeest_module(" + m.Name + " ",
		} {
			if !strings.Contains(files[file], line) {
				t.Errorf("%s: %s lacks %q", m.Name, file, line)
			}
		}
		pc := files["pkgconfig/libwildebeest-"+m.Name+".pc.in"]
		if linked := strings.Contains(pc, "-lwildebeest"); linked == m.MacroOnly() {
			t.Errorf("%s: macro-only is %v, but its .pc file is\n%s", m.Name, m.MacroOnly(), pc)
		}
	}
}

func TestTreeTwiceIsTheSame(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	first, second := tree(t, all), tree(t, all)
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs", name)
		}
	}
}

func TestOnlyBringsWhatIsRequired(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := headers.Closure(all, []string{"error"})
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, chosen)
	if files["include/error/error.h"] == "" || files["include/cdefs/features.h"] == "" {
		t.Error("error, or cdefs that it requires, is missing")
	}
	if files["src/stdio/fprintf.c"] == "" {
		t.Error("stdio, whose fprintf error calls, is missing")
	}
	if files["include/unistd/unistd.h"] != "" {
		t.Error("unistd came along")
	}
	if _, err := headers.Closure(all, []string{"nothing"}); err == nil || !strings.Contains(err.Error(), "cdefs") {
		t.Errorf("an unknown module: %v; want the known ones listed", err)
	}
}

var listModules = []string{"Makefile", "pkgconfig/libwildebeest.pc.in", "meson.build", "libwildebeest.wrap", "cmake/libwildebeest/libwildebeest-config.cmake.in"}

// TestEachModuleAloneIsAPartOfTheWhole generates each module with what it needs:
// every file is that of the whole library, but for those that list the modules.
func TestEachModuleAloneIsAPartOfTheWhole(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	whole := tree(t, all)
	for _, m := range all {
		chosen, err := headers.Closure(all, []string{m.Name})
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range tree(t, chosen) {
			if !slices.Contains(listModules, name) && text != whole[name] {
				t.Errorf("%s alone: %s differs from that of the whole library", m.Name, name)
			}
		}
	}
}

// TestPkgConfigNamesTheFlagsOfWhatIsUsed: the linker flags of a used module are in
// Libs, and no overlay is required for it; a required module brings its own.
func TestPkgConfigNamesTheFlagsOfWhatIsUsed(t *testing.T) {
	modules := []headers.Module{
		{Name: "deep", Libs: []string{"-ldeep"}, Sources: []string{"deep/src/d.c"}},
		{Name: "required", Libs: []string{"-lrequired"}},
		{Name: "top", Requires: []string{"required"}, Uses: []string{"used"}, Libs: []string{"-ltop"}, Sources: []string{"top/src/t.c"}},
		{Name: "used", Uses: []string{"deep", "top"}, Sources: []string{"used/src/u.c"}},
	}
	text, err := pkgConfig(modules[2], modules)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\nRequires: libwildebeest-required\n", "\nLibs: -L${libdir} -lwildebeest -ltop -ldeep\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestFormerNamesHavePkgConfig: a build that asks for a module's former name gets
// the module.
func TestFormerNamesHavePkgConfig(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	renamed, err := headers.Renamed()
	if err != nil || len(renamed) == 0 {
		t.Fatalf("%d former names, %v", len(renamed), err)
	}
	files := tree(t, all)
	for old, today := range renamed {
		text := files["pkgconfig/libwildebeest-"+old+".pc.in"]
		if !strings.Contains(text, "\nRequires: libwildebeest-"+today+"\n") {
			t.Errorf("the .pc file of %s does not require %s: %q", old, today, text)
		}
	}
}

// TestWrongOrderIsRefused builds with a compiler that is told of a directory with
// the C library's features.h before the overlay's.
func TestWrongOrderIsRefused(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	dir, libc := filepath.Join(t.TempDir(), "tree"), t.TempDir()
	if err := Tree(dir, all); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(libc, "features.h"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		order string
		ok    bool
	}{{"-isystem", false}, {"-I", false}, {"-idirafter", true}} {
		out, err := exec.Command("make", "-s", "-C", dir, "order", "CC=cc -nostdinc "+test.order+" "+libc).CombinedOutput()
		if refused := strings.Contains(string(out), "before those of the overlay"); (err == nil) != test.ok || refused == test.ok {
			t.Errorf("%s: %v\n%s", test.order, err, out)
		}
	}
}

// TestGlibcIsRefused builds with the machine's own compiler, which has glibc's headers.
func TestGlibcIsRefused(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	libc := t.TempDir()
	if err := os.WriteFile(filepath.Join(libc, "features.h"), []byte("#define __GLIBC__ 2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "tree")
	if err := Tree(dir, all); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("make", "-s", "-C", dir, "CC=cc -nostdinc -idirafter "+libc).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "it compiles for glibc") || strings.Contains(string(out), "error:") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestTreeKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Tree(dir, nil); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("got %v", err)
	}
}
