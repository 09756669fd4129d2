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
	copies := map[string]bool{}
	for _, p := range paths {
		if path.Base(p) != gnulibComp {
			continue
		}
		text, err := src.Read(p)
		if err != nil {
			continue
		}
		list := fileList.FindSubmatch(text)
		if list == nil {
			continue
		}
		names := map[string]bool{}
		for _, name := range strings.Fields(string(list[1])) {
			if rest, ok := strings.CutPrefix(name, "lib/"); ok {
				names[rest] = true
			}
		}
		of := bases(src, p)
		for _, file := range paths {
			for _, base := range of {
				if rest, ok := strings.CutPrefix(file, base); ok && names[rest] {
					copies[file] = true
				}
			}
		}
	}
	return copies
}

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
