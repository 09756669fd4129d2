// Package loaderpath: names the loader or the library of glibc.
package loaderpath

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "loader-path",
	Class:   rules.Toolchain,
	Summary: "names the loader or the library of glibc",
	Doc:     doc,
	Words:   []string{"\""},
	Match:   match,
	Line:    line,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "ask the compiler (-print-file-name) or the program's PT_INTERP"},
}

var names = []string{"ld-linux", "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "/ld.so.1"}

func match(s rules.Site) bool {
	text := s.Text(s.Token)
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text, name) })
}

func line(l rules.Line) []rules.Hit {
	for _, name := range names {
		if at := strings.Index(l.Text, name); at >= 0 {
			return []rules.Hit{{At: at, Name: strings.TrimPrefix(name, "/")}}
		}
	}
	return nil
}
