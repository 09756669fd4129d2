package scan

import (
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// tree is all files together: includes resolved, closures known.
type tree struct {
	s        *scanner
	include  []string // directories of #include, best first
	files    []*facts.File
	bySuffix map[string][]int32    // base name → files
	edges    [][]int32             // file → files it includes
	reach    []reach               // what each file includes directly from the system
	users    []bool                // file is included by another
	shared   map[facts.NameID]bool // names that some file defines as a function at file scope
}

// reach is a set of system headers in each world.
type reach struct {
	glibc, musl gnuism.Set
}

func newTree(s *scanner, files []*facts.File, include []string) *tree {
	t := &tree{s: s, include: include, bySuffix: map[string][]int32{}, shared: map[facts.NameID]bool{}}
	for _, f := range files {
		if f != nil {
			t.files = append(t.files, f)
		}
	}
	for i, f := range t.files {
		base := path.Base(f.Path)
		t.bySuffix[base] = append(t.bySuffix[base], int32(i))
		if plain := strings.TrimSuffix(base, ".in"); plain != base {
			t.bySuffix[plain] = append(t.bySuffix[plain], int32(i))
		}
		if x, ok := strings.CutSuffix(base, ".in.h"); ok { // gnulib's templates
			t.bySuffix[x+".h"] = append(t.bySuffix[x+".h"], int32(i))
		}
		for _, d := range f.Defs {
			if d.Body && d.What.HasName() {
				t.shared[d.What.Name] = true
			}
		}
	}
	t.edges = make([][]int32, len(t.files))
	t.reach = make([]reach, len(t.files))
	t.users = make([]bool, len(t.files))
	for i, f := range t.files {
		r := reach{s.db.NewSet(), s.db.NewSet()}
		for _, inc := range f.Includes {
			target, found := t.resolve(f, inc)
			if found && inc.OnMusl(f) != preproc.No {
				t.edges[i] = append(t.edges[i], target)
				t.users[target] = true
			}
			if h, ok := s.db.Header(inc.Name); ok && (inc.Angled || !found) {
				if (h.Glibc || h.Linux) && inc.OnGlibc(f) != preproc.No {
					r.glibc.Add(h.ID)
				}
				if (h.In(s.target) || h.Linux) && inc.OnMusl(f) != preproc.No {
					r.musl.Add(h.ID)
				}
			}
		}
		t.reach[i] = r
	}
	return t
}

// resolve finds the file of the tree that an include means: of those whose
// path ends as it says, the one nearest to the including file. An angled
// include of a header that a libc has means the libc's, unless the tree has a
// file for exactly that name in a directory of includes.
func (t *tree) resolve(f *facts.File, inc facts.Include) (int32, bool) {
	name := path.Clean(inc.Name)
	for strings.HasPrefix(name, "../") {
		name = name[3:]
	}
	best, bestScore := int32(-1), -1
	for _, i := range t.bySuffix[path.Base(name)] {
		p := t.files[i].Path
		plain := strings.TrimSuffix(strings.Replace(p, ".in.h", ".h", 1), ".in")
		if plain != name && !strings.HasSuffix(plain, "/"+name) {
			continue
		}
		if p == f.Path {
			continue
		}
		score := shared(path.Dir(f.Path), strings.TrimSuffix(strings.TrimSuffix(plain, name), "/"))
		if k := slices.Index(t.include, strings.TrimSuffix(strings.TrimSuffix(plain, name), "/")); k >= 0 {
			score += 1000 - k
		}
		if score > bestScore || score == bestScore && len(p) < len(t.files[best].Path) {
			best, bestScore = i, score
		}
	}
	return best, best >= 0
}

// shared counts the leading directories that two paths have in common.
func shared(a, b string) int {
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
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
// with a source's name even then.
func (t *tree) roots() []int32 {
	var out []int32
	for i, f := range t.files {
		if !t.users[i] || !f.Header {
			out = append(out, int32(i))
		}
	}
	slices.Sort(out)
	return out
}
