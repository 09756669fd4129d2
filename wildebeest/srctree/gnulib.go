package srctree

import (
	"path"
	"regexp"
	"strings"
)

// gnulibComp is the file in which gnulib-tool lists the files that it copied.
const gnulibComp = "gnulib-comp.m4"

var (
	fileList   = regexp.MustCompile(`(?s)AC_DEFUN\(\[\w*_FILE_LIST\],\s*\[(.*?)\]\)`)
	sourceBase = regexp.MustCompile(`gl_SOURCE_BASE\(\[([^\]]+)\]\)`)
)

// Gnulib returns the files of a tree that are copies of gnulib's: they are ported to
// musl there, and configure chooses which of them a build compiles.
func Gnulib(src Source, paths []string) map[string]bool {
	there, copies := make(map[string]bool, len(paths)), map[string]bool{}
	var lists []string
	for _, p := range paths {
		there[p] = true
		if path.Base(p) == gnulibComp && len(lists) < maxLists {
			lists = append(lists, p)
		}
	}
	for _, p := range lists {
		text, err := src.Read(p)
		if err != nil {
			continue
		}
		list := fileList.FindSubmatch(text)
		if list == nil {
			continue
		}
		of := bases(src, p)
		for _, name := range strings.Fields(string(list[1])) {
			rest, ok := strings.CutPrefix(name, "lib/")
			for _, base := range of {
				if file := base + rest; ok && there[file] {
					copies[file] = true
				}
			}
		}
	}
	return copies
}

// maxLists bounds the lists of a tree that are read.
const maxLists = 50

// bases are the directories, with a slash behind them, into which gnulib's lib was
// copied: what the cache beside the list says, below any of the directories around that.
func bases(src Source, comp string) []string {
	text, err := src.Read(path.Join(path.Dir(comp), "gnulib-cache.m4"))
	if err != nil {
		text = nil
	}
	of := []string{"lib", "gl", "gnu", "gnulib", "gl/lib", "gnulib/lib"}
	if m := sourceBase.FindSubmatch(text); m != nil {
		of = []string{string(m[1])}
	}
	var out []string
	for dir := path.Dir(comp); dir != "."; {
		dir = path.Dir(dir) // of m4 or gl/m4, where the package begins
		for _, base := range of {
			out = append(out, path.Join(dir, base)+"/")
		}
	}
	return out
}
