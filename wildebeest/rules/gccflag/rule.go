// Package gccflag: flags of gcc that clang rejects.
package gccflag

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// flags.txt lists options of gcc 12 that clang 14 knows nothing of; one that
// ends with = has a value.
//
//go:embed flags.txt
var flags string

// Flags returns the options, one that needs a value with its =.
func Flags() []string { return strings.Fields(flags) }

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "gcc-flag",
	Class:   rules.Toolchain,
	Summary: "a flag of gcc that clang rejects",
	Doc:     doc,
	Line:    line,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "ask the compiler whether it takes the flag, or leave it out"},
}

var (
	known = func() map[string]bool {
		m := map[string]bool{}
		for _, f := range Flags() {
			m[strings.TrimSuffix(f, "=")] = true
		}
		return m
	}()
	word   = regexp.MustCompile(`(?:^|[\s"'=,(\[])(-[fgms][a-z0-9+-]*)(?:=[^\s"',)\]]*)?`)
	sets   = regexp.MustCompile(`(?i)(?:flags|opt|options|args|arguments)\w*[")]*\s*[+:?]?=|add_compile_options|add_definitions|set\s*\(\s*CMAKE_C|add_(?:project|global)_arguments|\bc_args|^\t.*\$[({](?:CC|COMPILE)`)
	probed = regexp.MustCompile(`(?i)AC_|AX_|check|try|has_|supported|cc-option|gcc|if |test |shell`)
)

// around bounds the bytes before a line that tell what it belongs to.
const around = 200

// looped is the beginning of a list of flags to be tried one by one.
var looped = regexp.MustCompile(`(?s)foreach[^\n]*\[[^\]]*$|get_supported[^)]*$`)

func isLooped(before string) bool {
	return (strings.Contains(before, "foreach") || strings.Contains(before, "get_supported")) && looped.MatchString(before)
}

var onlyGCC = regexp.MustCompile(`(?i)is_?gnucc|compiler_id|clang|gcc_version|with_gcc|get_id\(\)|\bGCC\b`)

// line: a flag is added to those of every file, and nobody asks for it.
func line(l rules.Line) []rules.Hit {
	if !sets.MatchString(l.Text) || probed.MatchString(l.Text) || onlyGCC.MatchString(l.Before[max(0, len(l.Before)-around):]) {
		return nil
	}
	var hits []rules.Hit
	for _, m := range word.FindAllStringSubmatchIndex(l.Text, -1) {
		if name := l.Text[m[2]:m[3]]; known[name] && !isLooped(l.Preceding(m[2], around)) {
			hits = append(hits, rules.Hit{At: m[2], Name: name})
		}
	}
	return hits
}
