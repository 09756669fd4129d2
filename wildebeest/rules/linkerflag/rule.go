// Package linkerflag: flags of GNU ld that lld does not know.
package linkerflag

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "linker-flag",
	Class:   rules.Toolchain,
	Summary: "a flag of GNU ld that lld does not know",
	Doc:     doc,
	Line:    line,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "ask the linker whether it takes the flag, or leave it out"},
}

// Flags are options of GNU ld 2.40 that lld 14 rejects, without their values.
var Flags = []string{"--accept-unknown-input-arch", "--copy-dt-needed-entries", "--default-imported-symver", "--default-symver", "--dynamic-list-cpp-new",
	"--dynamic-list-cpp-typeinfo", "--dynamic-list-data", "--embedded-relocs", "--enable-non-contiguous-regions", "--force-exe-suffix",
	"--gc-keep-exported", "--ignore-unresolved-symbol", "--ld-generated-unwind-info", "--no-ld-generated-unwind-info", "--no-strip-discarded",
	"--no-warn-execstack", "--no-warn-rwx-segments", "--no-warn-search-mismatch", "--no-warnings", "--package-metadata", "--print-memory-usage",
	"--print-output-format", "--reduce-memory-overheads", "--require-defined", "--spare-dynamic-tags", "--split-by-file", "--split-by-reloc",
	"--task-link", "--traditional-format", "--version-exports-section", "--warn-alternate-em", "--warn-constructors",
	"--warn-multiple-gp", "--warn-rwx-segments", "--warn-section-align", "--warn-textrel"}

var (
	known = func() map[string]bool {
		m := map[string]bool{}
		for _, f := range Flags {
			m[f] = true
		}
		return m
	}()
	passed = regexp.MustCompile(`-Wl((?:,[^\s"',)\]]+)+)|-Xlinker\s+(--?[a-z][a-z-]*)`)
	probed = regexp.MustCompile(`(?i)AC_|AX_|check|try|has_|supported|ld-option|if |test `)
)

// around bounds the bytes before a line that tell what it belongs to.
const around = 300

// looped is the beginning of a list of flags to be tried one by one.
var looped = regexp.MustCompile(`(?s)foreach[^\n]*\[[^\]]*$|get_supported[^)]*$`)

func isLooped(before string) bool {
	return (strings.Contains(before, "foreach") || strings.Contains(before, "get_supported")) && looped.MatchString(before)
}

// line: the flag is given, and nobody asks for it.
func line(l rules.Line) []rules.Hit {
	if !strings.Contains(l.Text, "-Wl,") && !strings.Contains(l.Text, "-Xlinker") || probed.MatchString(l.Text) {
		return nil
	}
	var hits []rules.Hit
	for _, m := range passed.FindAllStringSubmatchIndex(l.Text, -1) {
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		at := from
		for flag := range strings.SplitSeq(l.Text[from:to], ",") {
			start := at
			at += len(flag) + len(",")
			name, _, _ := strings.Cut(flag, "=")
			if strings.HasPrefix(name, "-") && !strings.HasPrefix(name, "--") {
				name = "-" + name // GNU ld takes long options with one dash too
			}
			if known[name] && !isLooped(l.Preceding(from, around)) {
				hits = append(hits, rules.Hit{At: start, Name: name})
			}
		}
	}
	return hits
}
