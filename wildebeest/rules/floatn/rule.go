// Package floatn: floating types that clang knows no keyword for.
package floatn

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "float-n",
	Class:   rules.Language,
	Summary: "a floating type that gcc or glibc has, but neither clang nor musl",
	Doc:     doc,
	Words:   []string{"_Float32", "_Float64", "_Float128", "_Float32x", "_Float64x", "_Decimal32", "_Decimal64", "_Decimal128"},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "use float, double or __float128; clang has no decimal floating point"},
}

// match: the word is used as a type, and not being defined.
func match(s rules.Site) bool {
	switch s.Word(s.Prev) {
	case "typedef", "define", "undef", "ifdef", "ifndef", "defined", "float", "double", "__float128":
		return false
	}
	return !s.Member() && s.Prev.Byte != '#'
}
