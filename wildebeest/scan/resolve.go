package scan

import (
	"cmp"
	"context"
	"path"
	"slices"
	"sort"
	"strings"
)

// plain is the path of a file as includes name it: without the marks of a
// template, x.h.in or gnulib's x.in.h.
func plain(p string) string {
	return strings.TrimSuffix(strings.Replace(p, ".in.h", ".h", 1), ".in")
}

// suffix is what an include's name says about the end of a path.
func suffix(name string) string {
	name = path.Clean(name)
	for strings.HasPrefix(name, "../") {
		name = name[3:]
	}
	return name
}

// resolveAll finds for every include the file of the tree that it means, or -1.
// The time grows with the includes and with the files, not with their product:
// names are looked up once, and of each name's candidates the nearest by search.
func (t *tree) resolveAll(ctx context.Context) {
	type place struct{ file, include int32 }
	asked := map[string][]place{}
	t.targets = make([][]int32, len(t.files))
	for i, f := range t.files {
		t.targets[i] = make([]int32, len(f.Includes))
		for k, inc := range f.Includes {
			t.targets[i][k] = -1
			name := suffix(inc.Name)
			asked[name] = append(asked[name], place{int32(i), int32(k)})
		}
	}
	found := map[string][]int32{} // name → files whose path ends so
	for i, f := range t.files {
		for p := plain(f.Path); ; {
			if _, wanted := asked[p]; wanted {
				found[p] = append(found[p], int32(i))
			}
			_, rest, more := strings.Cut(p, "/")
			if !more {
				break
			}
			p = rest
		}
	}
	for name, places := range asked {
		if ctx.Err() != nil {
			return
		}
		if files := found[name]; len(files) > 0 {
			n := t.nearby(name, files)
			for _, p := range places {
				t.targets[p.file][p.include] = n.nearest(p.file)
			}
		}
	}
}

// resolve finds the file of the tree that an include of a name in a file means:
// of those whose path ends as it says, the one nearest to the including file.
func (t *tree) resolve(from int32, name string) (int32, bool) {
	name = suffix(name)
	var files []int32
	for _, i := range t.byBase[path.Base(name)] {
		if p := plain(t.files[i].Path); p == name || strings.HasSuffix(p, "/"+name) {
			files = append(files, i)
		}
	}
	if len(files) == 0 {
		return -1, false
	}
	best := t.nearby(name, files).nearest(from)
	return best, best >= 0
}

// nearby are the files that a name of an include may mean, in the order of the
// directories that the name counts from.
type nearby struct {
	t     *tree
	files []candidate
	best  []int32 // a tree of minima over files: the shortest path, then the first
	first []int32 // files in directories of -I, best first
}

type candidate struct {
	file int32
	dir  string // with a slash behind it; "" is the tree itself
}

func (t *tree) nearby(name string, files []int32) *nearby {
	n := &nearby{t: t, files: make([]candidate, len(files))}
	for k, i := range files {
		n.files[k] = candidate{i, strings.TrimSuffix(plain(t.files[i].Path), name)}
	}
	slices.SortStableFunc(n.files, func(a, b candidate) int { return cmp.Compare(a.dir, b.dir) })
	n.best = make([]int32, 2*len(files))
	for k := range n.files {
		n.best[len(files)+k] = int32(k)
		if _, ok := t.include[strings.TrimSuffix(n.files[k].dir, "/")]; ok {
			n.first = append(n.first, int32(k))
		}
	}
	for k := len(files) - 1; k > 0; k-- {
		n.best[k] = n.shorter(n.best[2*k], n.best[2*k+1])
	}
	rank := func(k int32) int { return t.include[strings.TrimSuffix(n.files[k].dir, "/")] }
	slices.SortStableFunc(n.first, func(a, b int32) int { return cmp.Compare(rank(a), rank(b)) })
	return n
}

// shorter returns which of two candidates has the shorter path; -1 is none.
func (n *nearby) shorter(a, b int32) int32 {
	if a < 0 || b < 0 {
		return max(a, b)
	}
	x, y := n.files[a].file, n.files[b].file
	if cmp.Or(cmp.Compare(len(n.t.files[x].Path), len(n.t.files[y].Path)), cmp.Compare(x, y)) <= 0 {
		return a
	}
	return b
}

// nearest returns the file that is meant in another, or -1. Directories of -I
// come first, then those that have most of their path in common; a file does
// not include itself.
func (n *nearby) nearest(from int32) int32 {
	for _, k := range n.first {
		if n.files[k].file != from {
			return n.files[k].file
		}
	}
	dir := path.Dir(n.t.files[from].Path) + "/"
	at := sort.Search(len(n.files), func(k int) bool { return n.files[k].dir >= dir })
	common := 0
	for _, step := range []int{-1, 1} {
		k := at
		if step < 0 {
			k--
		}
		if k >= 0 && k < len(n.files) && n.files[k].file == from {
			k += step
		}
		if k >= 0 && k < len(n.files) {
			common = max(common, shared(dir, n.files[k].dir))
		}
	}
	prefix := dir[:common]
	low := sort.Search(len(n.files), func(k int) bool { return n.files[k].dir >= prefix })
	high := low + sort.Search(len(n.files)-low, func(k int) bool { return !strings.HasPrefix(n.files[low+k].dir, prefix) })
	best := n.least(low, high)
	if best >= 0 && n.files[best].file == from {
		best = n.shorter(n.least(low, int(best)), n.least(int(best)+1, high))
	}
	if best < 0 {
		return -1
	}
	return n.files[best].file
}

// least returns the best of the candidates from low to high, or -1.
func (n *nearby) least(low, high int) int32 {
	best := int32(-1)
	for low, high = low+len(n.files), high+len(n.files); low < high; low, high = low/2, high/2 {
		if low%2 == 1 {
			best = n.shorter(best, n.best[low])
			low++
		}
		if high%2 == 1 {
			high--
			best = n.shorter(best, n.best[high])
		}
	}
	return best
}

// shared returns the bytes of the leading directories, each with its slash, that
// two paths have in common.
func shared(a, b string) int {
	n := 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '/' {
			n = i + 1
		}
	}
	return n
}
