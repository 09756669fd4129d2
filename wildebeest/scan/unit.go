package scan

import (
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// asker is a build file that asks, and the directory whose files it speaks for.
type asker struct {
	dir string // "." is the whole tree
	features
}

// askers lists the build files that ask for anything.
func (t *tree) askers() []asker {
	var out []asker
	for _, f := range t.files {
		if f.build == "" || f.features == (features{}) {
			continue
		}
		dir := path.Dir(f.path)
		switch path.Base(f.path) {
		case "Makefile", "Makefile.am", "Makefile.in", "meson.build", "CMakeLists.txt", "SConscript", "wscript", "makefile", "GNUmakefile":
		default: // a part that others include
			dir = "."
		}
		out = append(out, asker{dir, f.features})
	}
	return out
}

// asked returns the modes in which a unit asks the library for names; 0 is
// under _GNU_SOURCE, or in a way that can't be known: a header is included by
// other people's code, and a config.h that is not there may say anything.
func (t *tree) asked(root int32, files []int32, outside []asker) gnuism.Modes {
	f := t.files[root]
	if f.cpp || f.header || f.build != "" {
		return 0 // the compilers of C++ define _GNU_SOURCE
	}
	all := t.s.features
	for _, o := range outside {
		if o.dir == "." || strings.HasPrefix(f.path, o.dir+"/") {
			all.add(o.features)
		}
	}
	for _, i := range files {
		for _, a := range t.files[i].asking {
			if a.everything() {
				all.all()
			}
		}
	}
	if !all.everything() {
		t.asking(root, map[int32]bool{}, &all)
	}
	return all.of()
}

// asking adds what a file asks for before the first header of a library, and
// reports whether that was reached.
func (t *tree) asking(i int32, seen map[int32]bool, all *features) bool {
	if seen[i] {
		return false
	}
	seen[i] = true
	f := t.files[i]
	next := 0
	for _, inc := range f.includes {
		for ; next < len(f.asking) && f.asking[next].offset < inc.offset; next++ {
			all.add(f.asking[next].features)
		}
		if inc.onMusl(f) == no {
			continue
		}
		target, found := t.resolve(f, inc)
		switch {
		case found && (!inc.angled || !t.isSystem(inc.name)):
			if t.asking(target, seen, all) {
				return true
			}
		case t.isSystem(inc.name):
			return true
		default: // a config.h that is not there, or another library's header
			if !inc.angled || strings.Contains(inc.name, "config") {
				all.all()
			}
			return true
		}
	}
	for ; next < len(f.asking); next++ {
		all.add(f.asking[next].features)
	}
	return false
}

func (t *tree) isSystem(name string) bool {
	h, ok := t.s.db.Header(name)
	return ok && (h.Glibc || h.Linux)
}
