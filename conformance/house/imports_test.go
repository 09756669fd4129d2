// Package house checks the shape of the project: who imports whom, as
// CONTRIBUTING.md draws it, and how large a package may get.
package house

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
)

const module = "github.com/serpent-os/wildebeest/"

// goPackage is what `go list -json` says of a package.
type goPackage struct {
	ImportPath                         string
	GoFiles, IgnoredGoFiles            []string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	args := []string{"list", "-json"}
	for _, r := range rooms(t) { // not ./...: builds below var/ come and go
		top, _, _ := strings.Cut(r.name, "/")
		args = append(args, "../../"+top+"/...")
	}
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []goPackage
	for in := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		err := in.Decode(&p)
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// A room is a directory of CONTRIBUTING.md's drawing, and what may be imported
// there besides the room itself.
type room struct {
	name string
	may  []string
}

// rooms reads the drawing: lines of "ROOM → ROOM, ROOM" in the block of code
// that begins with "imports".
func rooms(t *testing.T) []room {
	t.Helper()
	text, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, drawing, ok := strings.Cut(string(text), "```imports\n")
	drawing, _, closed := strings.Cut(drawing, "```")
	if !ok || !closed {
		t.Fatal("CONTRIBUTING.md has no block of code that is called imports")
	}
	var list []room
	for line := range strings.Lines(drawing) {
		name, may, _ := strings.Cut(strings.TrimSpace(line), "→")
		list = append(list, room{strings.TrimSpace(name), strings.FieldsFunc(may, func(r rune) bool { return r == ',' || r == ' ' })})
	}
	return list
}

// within reports whether a package, named from the module, lies in a directory.
func within(pkg, dir string) bool { return pkg == dir || strings.HasPrefix(pkg, dir+"/") }

// roomOf finds the innermost room that a package is in.
func roomOf(rooms []room, pkg string) (room, bool) {
	var best room
	for _, r := range rooms {
		if within(pkg, r.name) && len(r.name) >= len(best.name) {
			best = r
		}
	}
	return best, best.name != ""
}

// TestImports holds every import between the project's packages, those of tests
// too, against the drawing. Tests may import conformance/known and what they test.
func TestImports(t *testing.T) {
	rooms := rooms(t)
	used := map[string]bool{}
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		from, ok := roomOf(rooms, name)
		if !ok {
			t.Errorf("%s is in no room of CONTRIBUTING.md", name)
			continue
		}
		for _, path := range append(append(p.Imports, p.TestImports...), p.XTestImports...) {
			to, own := strings.CutPrefix(path, module)
			if !own || within(to, from.name) {
				continue
			}
			if !from.mayImport(to, used) {
				t.Errorf("%s imports %s: CONTRIBUTING.md lets %s import only %s", name, to, from.name, strings.Join(from.may, ", "))
			}
		}
	}
	for _, r := range rooms {
		for _, may := range r.may {
			if !used[r.name+" "+may] {
				t.Errorf("CONTRIBUTING.md lets %s import %s, which it does not: take the arrow out", r.name, may)
			}
		}
	}
}

func (r room) mayImport(pkg string, used map[string]bool) bool {
	for _, may := range r.may {
		if within(pkg, may) {
			used[r.name+" "+may] = true
			return true
		}
	}
	return false
}

// most is the number of files, without tests, that a package may have. Files of
// one kind for other processors count once.
const most = 17

// TestPackagesStaySmall finds the packages that have become a hall.
func TestPackagesStaySmall(t *testing.T) {
	for _, p := range packages(t) {
		names := map[string]bool{}
		for _, file := range append(p.GoFiles, p.IgnoredGoFiles...) {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			names[withoutMachine(file)] = true
		}
		if len(names) > most {
			t.Errorf("%s has %d files: that is two nouns; split it", path.Base(p.ImportPath), len(names))
		}
	}
}

// variants end the names of files for several processors, besides GOARCH's.
var variants = []string{"x86", "intel", "ilp32", "lp64", "other"}

// withoutMachine is a file's name without the processor at its end.
func withoutMachine(file string) string {
	stem := strings.TrimSuffix(file, ".go")
	i := strings.LastIndexByte(stem, '_')
	if i < 0 {
		return stem
	}
	of := func(m musl.Machine) bool { return m.Go == stem[i+1:] }
	if slices.Contains(variants, stem[i+1:]) || slices.ContainsFunc(musl.Machines(), of) {
		return stem[:i]
	}
	return stem
}
