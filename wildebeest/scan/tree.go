package scan

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// tree is all files together: includes resolved, closures known.
type tree struct {
	s       *scanner
	include map[string]int // directories of #include → place in their order
	files   []*facts.File
	byBase  map[string][]int32 // base name, as includes say it → files
	byPath  map[string]int32
	targets [][]int32             // file → include → file of the tree, or -1
	edges   [][]int32             // file → files it includes
	reach   []reach               // what each file includes directly from the system
	unseen  []bool                // it includes what is neither here nor of the system
	users   []bool                // file is included by another
	parts   []bool                // and by a source of its own directory
	gnulib  map[string]bool       // files that are copies of gnulib's
	shared  map[facts.NameID]bool // names that some file defines as a function at file scope
	// conditions tell what the files together know of each one's.
	conditions *facts.Conditions
}

// reach is a set of system headers in each world.
type reach struct {
	glibc, musl gnuism.Set
}

// newTree puts the files together, until ctx ends. Of include, earlier ones win.
func newTree(ctx context.Context, s *scanner, files []*facts.File, include []string) *tree {
	t := &tree{s: s, include: map[string]int{}, byBase: map[string][]int32{}, byPath: map[string]int32{}, shared: map[facts.NameID]bool{}}
	for k, dir := range slices.Backward(include) {
		t.include[dir] = k
	}
	for _, f := range files {
		if f != nil {
			t.files = append(t.files, f)
		}
	}
	for i, f := range t.files {
		t.byPath[f.Path] = int32(i)
		base := path.Base(plain(f.Path))
		t.byBase[base] = append(t.byBase[base], int32(i))
		for _, d := range f.Defs {
			if d.Body && d.What.HasName() {
				t.shared[d.What.Name] = true
			}
		}
	}
	t.conditions = facts.NewConditions(t.files, s.musl, s.reader.Words)
	t.resolveAll(ctx)
	t.edges = make([][]int32, len(t.files))
	t.reach = make([]reach, len(t.files))
	t.unseen = make([]bool, len(t.files))
	t.users = make([]bool, len(t.files))
	t.parts = make([]bool, len(t.files))
	for i := range t.files {
		t.reach[i] = t.direct(int32(i))
	}
	return t
}

// direct notes what a file includes of the tree, and returns what it includes of
// the system.
func (t *tree) direct(i int32) reach {
	r := reach{t.s.db.NewSet(), t.s.db.NewSet()}
	f := t.files[i]
	for k, inc := range f.Includes {
		target := t.targets[i][k]
		if target >= 0 && inc.OnMusl(f) != preproc.No {
			t.edges[i] = append(t.edges[i], target)
			t.users[target] = true
			t.parts[target] = t.parts[target] || path.Dir(f.Path) == path.Dir(t.files[target].Path)
		}
		h, ok := t.s.db.Header(inc.Name)
		if !ok && target < 0 && inc.OnMusl(f) == preproc.Yes && bringsNames(inc.Name) {
			t.unseen[i] = true
		}
		if ok && (inc.Angled || target < 0) {
			t.add(r, f, inc, h)
		}
		if !ok && inc.Angled {
			for _, name := range cxxHeaders()[inc.Name] {
				if h, ok := t.s.db.Header(name); ok {
					t.add(r, f, inc, h)
				}
			}
		}
	}
	return r
}

// ofKernel are the kernel's headers that headers of musl include, as seen in those of
// 1.2.3 to 1.2.6.
var ofKernel = map[string]string{"sys/kd.h": "linux/kd.h", "sys/vt.h": "linux/vt.h", "sys/soundcard.h": "linux/soundcard.h"}

// add puts in a header of the system, in each world that has it.
func (t *tree) add(r reach, f *facts.File, inc facts.Include, h *gnuism.Header) {
	if (h.Glibc || h.Linux) && inc.OnGlibc(f) != preproc.No {
		r.glibc.Add(h.ID)
	}
	if (h.In(t.s.target) || h.OnLinux(t.s.kernel)) && inc.OnMusl(f) != preproc.No {
		r.musl.Add(h.ID)
		if kernel, ok := t.s.db.Header(ofKernel[h.Name]); ok && kernel.OnLinux(t.s.kernel) {
			r.musl.Add(kernel.ID)
		}
	}
}

// bringsNames reports whether a header that is not in the tree may include
// others: what configure writes has macros alone, and those of C++ are no secret.
func bringsNames(name string) bool {
	base := path.Base(name)
	return strings.Contains(base, ".") && !strings.HasPrefix(base, "config") && !strings.HasSuffix(base, "config.h")
}

// closure lists the files that file i reaches, itself first.
func (t *tree) closure(i int32, mark []int32, stamp int32, out []int32) []int32 {
	out = append(out[:0], i)
	mark[i] = stamp
	for k := 0; k < len(out); k++ {
		for _, j := range t.edges[out[k]] {
			if mark[j] != stamp {
				mark[j] = stamp
				out = append(out, j)
			}
		}
	}
	return out
}

// roots lists the translation units: files that no other includes, and those
// with a source's name that only files of other directories include, as tests do.
// Those that the build leaves out come last: what others need, too, is needed.
func (t *tree) roots() []int32 {
	var out []int32
	for i, f := range t.files {
		if t.s.units != nil {
			if _, compiled := t.s.units[f.Path]; compiled {
				out = append(out, int32(i))
			}
			continue
		}
		if !t.users[i] || !f.Header && !t.parts[i] {
			out = append(out, int32(i))
		}
	}
	slices.SortFunc(out, func(a, b int32) int {
		last := func(i int32) int {
			if t.s.configuration.LeftOut(t.files[i].Path) {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(a, b))
	})
	return out
}

// compiled tells which files are compiled: all, or where that is known, what the units
// reach, and the build files.
func (t *tree) compiled(units []int32) func(int32) bool {
	if t.s.units == nil {
		return func(int32) bool { return true }
	}
	reached := make([]int32, len(t.files))
	var files []int32
	for _, unit := range units {
		if reached[unit] == 0 {
			files = t.closure(unit, reached, 1, files)
		}
	}
	return func(i int32) bool { return reached[i] != 0 || t.files[i].Build != "" }
}
