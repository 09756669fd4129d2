// Package xstat: __xstat and related functions are internals of old releases of glibc.
package xstat

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "xstat",
	Class:   rules.Removed,
	Summary: "__xstat and related functions are internals of old releases of glibc",
	Doc:     doc,
	Words:   []string{"__xstat", "__fxstat", "__lxstat", "__fxstatat", "__xstat64", "__fxstat64", "__lxstat64", "__fxstatat64", "__xmknod", "_STAT_VER"},
	Match:   func(s rules.Site) bool { return s.Called() || s.Text(s.Token) == "_STAT_VER" },
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "call stat, fstat, lstat, fstatat or mknod"},
}
