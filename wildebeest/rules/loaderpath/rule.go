// Package loaderpath: names the loader or the library of glibc.
package loaderpath

import (
	_ "embed"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

func init() {
	rules.Register(&rules.Rule{
		ID:      "loader-path",
		Class:   rules.Toolchain,
		Summary: "names the loader or the library of glibc",
		Doc:     doc,
		Words:   []string{"\""},
		Match:   match,
		Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "ask the compiler (-print-file-name) or the program's PT_INTERP"},
	})
}

func match(s rules.Site) bool {
	text := s.Text(s.Token)
	for _, name := range []string{"ld-linux", "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "/ld.so.1"} {
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}
