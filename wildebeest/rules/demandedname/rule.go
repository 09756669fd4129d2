// Package demandedname: configure stops where glibc's own is missing.
package demandedname

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
	ID:      "demanded-name",
	Class:   rules.Toolchain,
	Summary: "the configuration stops without a function or header that musl lacks",
	Doc:     doc,
	Line:    line,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "`wildebeest explain` the name: configure with the module's flags, or make the check optional"},
}

var (
	autoconf = regexp.MustCompile(`AC_(CHECK_LIB|SEARCH_LIBS|CHECK_FUNCS?|CHECK_HEADERS?|CHECK_DECLS?|CHECK_TYPES?)\(`)
	meson    = regexp.MustCompile(`\.(?:has_header|has_function|check_header|has_type|find_library)\(\s*'([^']+)'[^)]*required\s*:\s*true`)
	asserted = regexp.MustCompile(`assert\(.*\.(?:has_header|has_function|check_header|has_type)\(\s*'([^']+)'`)
)

// maxCall bounds the bytes of a macro's call.
const maxCall = 3000

func line(l rules.Line) []rules.Hit {
	switch l.Kind {
	case rules.Autoconf:
		return demands(l)
	case rules.Meson:
		for _, re := range []*regexp.Regexp{meson, asserted} {
			if m := re.FindStringSubmatchIndex(l.Text); m != nil && missing(l.Text[m[2]:m[3]]) {
				return []rules.Hit{{At: m[2], Name: l.Text[m[2]:m[3]]}}
			}
		}
	}
	return nil
}

// demands reads Autoconf's checks whose last argument is an error.
func demands(l rules.Line) []rules.Hit {
	var hits []rules.Hit
	for _, m := range autoconf.FindAllStringSubmatchIndex(l.Text, -1) {
		macro := l.Text[m[2]:m[3]]
		args := append(arguments(l.Text[m[1]:min(len(l.Text), m[1]+maxCall)]+l.After[:min(len(l.After), maxCall)]), "")
		subject, failure := 0, 2
		switch macro {
		case "CHECK_LIB":
			if subject, failure = 1, 3; !ofLibc[strings.Trim(args[0], "[] ")] {
				continue // another library has a function of the name
			}
		case "SEARCH_LIBS":
			failure = 3
		}
		if len(args) <= failure || !strings.Contains(args[failure], "AC_MSG_ERROR") && !strings.Contains(args[failure], "AC_MSG_FAILURE") {
			continue
		}
		for _, name := range strings.Fields(strings.NewReplacer("[", " ", "]", " ").Replace(args[subject])) {
			if missing(name) {
				hits = append(hits, rules.Hit{At: m[0], Name: name})
			}
		}
	}
	return hits
}

// ofLibc are libraries that are part of glibc or stand in for a part of it.
var ofLibc = map[string]bool{"c": true, "rt": true, "dl": true, "pthread": true, "util": true, "resolv": true, "anl": true, "nsl": true, "argp": true, "fts": true, "obstack": true, "execinfo": true}

// missing reports whether glibc has the name and the newest musl has not.
func missing(name string) bool {
	db, err := gnuism.Load()
	if err != nil {
		return false // the scan itself fails with it
	}
	if h, ok := db.Header(name); ok {
		return h.Glibc && !h.In(gnuism.Newest())
	}
	n, ok := db.Lookup(name)
	return ok && !n.Usable(gnuism.Newest())
}

// arguments splits what stands in a call of m4 at its commas, up to the
// parenthesis that ends it. Brackets quote.
func arguments(text string) []string {
	var args []string
	depth, quotes, start := 1, 0, 0
	for i := 0; i < min(len(text), maxCall); i++ {
		switch text[i] {
		case '[':
			quotes++
		case ']':
			quotes--
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return append(args, text[start:i])
			}
		case ',':
			if depth == 1 && quotes == 0 {
				args = append(args, text[start:i])
				start = i + 1
			}
		}
	}
	return nil
}
