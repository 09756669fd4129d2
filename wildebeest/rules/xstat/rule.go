// Package xstat: __xstat and its kin are the inside of an old glibc.
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
	Summary: "__xstat and its kin are the inside of an old glibc",
	Doc:     doc,
	Words:   []string{"__xstat", "__fxstat", "__lxstat", "__fxstatat", "__xstat64", "__fxstat64", "__lxstat64", "__fxstatat64", "__xmknod", "_STAT_VER"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "stat, fstat, lstat, fstatat, mknod"},
}
