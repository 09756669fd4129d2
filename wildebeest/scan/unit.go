package scan

import (
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// askers joins what build files ask for, by the directory whose files they speak
// for; "." is the whole tree.
func (t *tree) askers() map[string]preproc.Features {
	out := map[string]preproc.Features{}
	for _, f := range t.files {
		if f.Build == "" || f.Features == (preproc.Features{}) {
			continue
		}
		dir := path.Dir(f.Path)
		switch path.Base(f.Path) {
		case "Makefile", "Makefile.am", "Makefile.in", "meson.build", "CMakeLists.txt", "SConscript", "wscript", "makefile", "GNUmakefile":
		default: // a part that others include
			dir = "."
		}
		all := out[dir]
		all.Add(f.Features)
		out[dir] = all
	}
	return out
}

// asked returns the modes in which a unit asks the library for names; 0, without
// _LARGEFILE64_SOURCE, is under _GNU_SOURCE, or in a way that can't be known: a header is included by
// other people's code, and a config.h that is not there may say anything. before99 says
// that its language is known to be older than C99.
func (t *tree) asked(root int32, files []int32, outside map[string]preproc.Features) (modes gnuism.Modes, before99 bool) {
	f := t.files[root]
	all := t.s.features
	if f.Cpp || f.Header || f.Build != "" {
		all.All() // the compilers of C++ define _GNU_SOURCE
	}
	if unit, ok := t.s.units[f.Path]; ok {
		all.Add(unit.asks())
	} else {
		for dir := path.Dir(f.Path); ; dir = path.Dir(dir) {
			all.Add(outside[dir])
			if dir == "." {
				break
			}
		}
	}
	for _, i := range files {
		if t.files[i].AsksAll() {
			all.All()
		}
	}
	t.asking(root, 0, map[int32]bool{}, &all)
	return all.Of(), all.Before99()
}

// asking adds what a file asks for before the first header of a library, and
// reports whether that was reached.
func (t *tree) asking(i int32, depth int, seen map[int32]bool, all *preproc.Features) bool {
	if seen[i] || depth > maxNesting {
		return false
	}
	seen[i] = true
	f := t.files[i]
	next := 0
	for k, inc := range f.Includes {
		for ; next < len(f.Asking) && f.Asking[next].Offset < inc.Offset; next++ {
			all.Add(f.Asking[next].Features)
		}
		if inc.OnMusl(f) == preproc.No {
			continue
		}
		target := t.targets[i][k]
		switch {
		case target >= 0 && (!inc.Angled || !t.isSystem(inc.Name)):
			if t.asking(target, depth+1, seen, all) {
				return true
			}
		case t.isSystem(inc.Name):
			return true
		default: // a config.h that is not there, or another library's header
			if !inc.Angled || strings.Contains(inc.Name, "config") {
				all.All()
			}
			return true
		}
	}
	for ; next < len(f.Asking); next++ {
		all.Add(f.Asking[next].Features)
	}
	return false
}

func (t *tree) isSystem(name string) bool {
	h, ok := t.s.db.Header(name)
	return ok && (h.Glibc || h.Linux)
}
