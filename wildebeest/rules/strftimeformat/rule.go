// Package strftimeformat: conversions of strftime that are glibc's alone.
package strftimeformat

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "strftime-format",
	Class:   rules.Behaviour,
	Summary: "musl's strftime stops at %P, %k, %l and the flags ^ and #, and does not fill up to a width",
	Doc:     doc,
	Words:   []string{"strftime", "strftime_l", "wcsftime"},
	Match:   match,
	Reach:   []string{"time.h", "wchar.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "%p, %H and %I with the flag _, and change the case yourself"},
}

func match(s rules.Site) bool {
	if !s.Called() || s.Declared() {
		return false
	}
	args, _ := s.Arguments()
	return len(args) > 2 && differs(s.Literal(args[2]))
}

// conversion is one of strftime's: its flags, its width, its modifier and its letter.
var conversion = regexp.MustCompile(`%([-_0^#+]*)(\d*)([EO]?)([A-Za-z+%])`)

// differs reports whether musl 1.2.3 to 1.2.6 write one of the conversions otherwise than
// glibc, as observed there on all combinations.
func differs(format string) bool {
	for _, match := range conversion.FindAllStringSubmatch(format, -1) {
		flags, modifier, letter := match[1], match[3], match[4]
		switch {
		case letter == "%" && match[0] == "%%":
			continue
		case strings.ContainsAny(flags, "^#+"), strings.Contains("Pkl+", letter),
			modifier == "E" && !strings.Contains("cCxXyY", letter), modifier == "O" && strings.Contains("ADFXYZacx", letter),
			strings.ContainsAny(flags, "-_") && strings.Contains("Zz", letter):
			return true
		}
		if width, err := strconv.Atoi(match[2]); err == nil && width > natural(letter) && (!strings.Contains("CFGY", letter) || strings.ContainsAny(flags, "-_")) {
			return true
		}
	}
	return false
}

// natural is the least number of characters that a conversion writes, which musl does
// not fill up, but for years.
func natural(letter string) int {
	for n, letters := range []string{1: "unwt", 2: "deHIkmMSyUVWgCp", 3: "aAbBhj", 4: "YG", 5: "Rz", 8: "DTxX", 10: "Fs", 24: "c"} {
		if strings.Contains(letters, letter) {
			return n
		}
	}
	return 3
}
