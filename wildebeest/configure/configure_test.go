package configure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/serpent-os/wildebeest/wildebeest/configure"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// tree is a txtar archive as a tree.
type tree struct{ *txtar.Archive }

func (t tree) Read(name string) (string, bool) {
	for _, f := range t.Files {
		if f.Name == name {
			return string(f.Data), true
		}
	}
	return "", false
}

func (t tree) Named(base string) []string {
	var out []string
	for _, f := range t.Files {
		if filepath.Base(f.Name) == base {
			out = append(out, f.Name)
		}
	}
	return out
}

// run follows the configuration of an archive on the newest musl.
func run(t testing.TB, a *txtar.Archive) *configure.Result {
	t.Helper()
	db, err := gnuism.Load()
	if err != nil {
		t.Fatal(err)
	}
	kernel, err := gnuism.ParseKernel("")
	if err != nil {
		t.Fatal(err)
	}
	world := func(musl bool) *configure.World {
		return &configure.World{DB: db, Target: gnuism.Newest(), Kernel: kernel, IsMusl: musl}
	}
	var files []string
	for _, f := range a.Files {
		files = append(files, f.Name)
	}
	return configure.Run(tree{a}, files, world(true), world(false))
}

// TestDemands holds the demands of each archive of testdata against its comment,
// whose lines say FILE:LINE NAME for what musl's configuration ends at, with a "?"
// where something unknown decides, "out FILE" for what the build leaves out, and
// "macro NAME no|maybe|yes" for a macro on musl that is otherwise on glibc.
func TestDemands(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives (%v)", err)
	}
	for _, file := range archives {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(text)
			var want []string
			for line := range strings.Lines(string(a.Comment)) {
				if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
					want = append(want, line)
				}
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, told(t, a)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// told is a result in the words of an archive's comment.
func told(t *testing.T, a *txtar.Archive) []string {
	r := run(t, a)
	var out []string
	for _, d := range r.Demands {
		text, _ := tree{a}.Read(d.File)
		line := fmt.Sprintf("%s:%d %s", d.File, 1+strings.Count(text[:d.At], "\n"), d.Name)
		if d.Unsure {
			line += " ?"
		}
		out = append(out, line)
	}
	for _, f := range a.Files {
		if r.LeftOut(f.Name) {
			out = append(out, "out "+f.Name)
		}
	}
	for name, d := range r.Macros {
		out = append(out, fmt.Sprintf("macro %s %s", name, []string{"no", "maybe", "yes"}[d.Musl]))
	}
	slices.Sort(out)
	return out
}

// TestBounds: what a configuration goes beyond is told, and its demands are unsure.
func TestBounds(t *testing.T) {
	const missing = "AC_CHECK_HEADER([error.h], [], [AC_MSG_ERROR([no error.h])])\n"
	for _, c := range []struct {
		name, file, text, why string
		demands               int
	}{
		{"nothing", "configure.ac", missing, "", 1},
		{"openings", "configure.ac", missing + strings.Repeat("{ (\n", 10_001), "openings", 1},
		{"no shell", "configure.ac", missing + strings.Repeat(")\n", 200), "no shell", 1},
		{"steps", "configure.ac", missing + strings.Repeat(":\n", 500_000), "steps", 1},
		{"included by itself", "CMakeLists.txt", "include(CMakeLists.txt)\ninclude(CMakeLists.txt)\n", "", 0},
		{"included often", "CMakeLists.txt", strings.Repeat("include(a.cmake)\n", 50), "included more than 20 times", 0},
		{"depth of directories", "meson.build", "project('a', 'c')\nsubdir('.')\n", "directories within each other", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run(t, &txtar.Archive{Files: []txtar.File{{Name: c.file, Data: []byte(c.text)}, {Name: "a.cmake", Data: []byte("set(X 1)\n")}}})
			var why string
			for _, b := range r.Bounds {
				why += b.File + ": " + b.Why + "\n"
			}
			if c.why == "" && c.demands > 0 && why != "" || !strings.Contains(why, c.why) {
				t.Errorf("bounds: %q, want %q", why, c.why)
			}
			if len(r.Demands) != c.demands {
				t.Fatalf("demands: %v", r.Demands)
			}
			if c.demands > 0 && r.Demands[0].Unsure != (c.why != "") {
				t.Errorf("unsure: %v, with the bound %q", r.Demands[0].Unsure, why)
			}
		})
	}
}

// fuzzed are the build files that are read.
var fuzzed = []string{"configure.ac", "meson.build", "CMakeLists.txt", "Makefile.am", "a.m4"}

// FuzzRun: no build file makes the readers fail or run on.
func FuzzRun(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range archives {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range txtar.Parse(text).Files {
			if i := slices.Index(fuzzed, filepath.Base(part.Name)); i >= 0 {
				f.Add(byte(i), part.Data)
			}
		}
	}
	const conditions = "AC_CHECK_HEADER([fts.h], [a=yes], [a=no])\nAM_CONDITIONAL([A], [test $a = yes])\n"
	f.Fuzz(func(t *testing.T, which byte, text []byte) {
		name := fuzzed[int(which)%len(fuzzed)]
		files := []txtar.File{{Name: name, Data: text}}
		if name != "configure.ac" {
			files = append(files, txtar.File{Name: "configure.ac", Data: []byte(conditions)})
		}
		run(t, &txtar.Archive{Files: files})
	})
}

// TestWants holds what configurations look for of other packages against the comment.
func TestWants(t *testing.T) {
	a, err := txtar.ParseFile("testdata/wants/all.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for line := range strings.Lines(string(a.Comment)) {
		if line = strings.TrimSpace(line); line[0] != '#' {
			want = append(want, line)
		}
	}
	for _, w := range run(t, a).Wants {
		line := fmt.Sprintf("%s %s", w.Kind, w.Name)
		if w.Required {
			line += " required"
		}
		got = append(got, line)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
