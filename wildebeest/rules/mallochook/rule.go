// Package mallochook: the malloc hooks are gone, since glibc 2.34 there as well.
package mallochook

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "malloc-hook",
	Class:   rules.Removed,
	Summary: "the malloc hooks are gone, since glibc 2.34 there as well",
	Doc:     doc,
	Words:   []string{"__malloc_hook", "__realloc_hook", "__free_hook", "__memalign_hook", "__malloc_initialize_hook", "__after_morecore_hook", "__morecore"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "define malloc, free and the related functions in the program: the linker prefers them"},
}
