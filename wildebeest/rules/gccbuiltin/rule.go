// Package gccbuiltin: built-in functions that gcc alone has.
package gccbuiltin

import (
	_ "embed"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "gcc-builtin",
	Class:   rules.Language,
	Summary: "a built-in function that gcc has and clang lacks",
	Doc:     doc,
	Words: []string{"__builtin_apply_args", "__builtin_apply", "__builtin_return", "__builtin_va_arg_pack", "__builtin_va_arg_pack_len",
		"__builtin_shuffle", "__builtin_has_attribute", "__builtin_tgmath", "__builtin_speculation_safe_value", "__builtin_aggregate_incoming_address"},
	Match:  func(s rules.Site) bool { return s.Called() },
	Remedy: gnuism.Remedy{Kind: gnuism.Alternative, Text: "write a variadic macro, __builtin_shufflevector, or the code that the built-in stands for"},
}
