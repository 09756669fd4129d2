// Package missinglibrary: a build links with a library that belongs to glibc.
package missinglibrary

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
	ID:         "missing-library",
	Class:      rules.Toolchain,
	Summary:    "links with a library of glibc's that musl does not have",
	Doc:        doc,
	Line:       line,
	Configured: true,
	Remedy:     gnuism.Remedy{Kind: gnuism.Alternative, Text: "look for the function first, and name the library only where the function needs it"},
}

// Libraries are those that libc6-dev and libnsl-dev install and musl does not;
// libdl, libpthread, libresolv, librt and libutil are there, and empty.
var Libraries = []string{"BrokenLocale", "anl", "c_nonshared", "g", "mcheck", "mvec", "nsl", "nss_compat", "nss_hesiod", "pthread_nonshared", "thread_db"}

var (
	names   = strings.Join(Libraries, "|")
	flag    = regexp.MustCompile(`(?:^|[\s"'=,(\[])(-l(?:` + names + `))(?:$|[\s"',)\];])`)
	cmake   = regexp.MustCompile(`(?i)^\s*target_link_libraries\s*\([^)]*?[\s;](` + names + `)[\s;)]`)
	other   = regexp.MustCompile(`-lsocket|-lxnet|(?i)sunos|solaris|hp-?ux|\bsco\b|\bsvr4\b|\bAIX\b`)
	checked = regexp.MustCompile(`AC_(?:CHECK_LIB|SEARCH_LIBS|CHECK_FUNC|TRY_LINK)|(?i)check_?lib|compile_prog|try_link|has_function`)
)

// around bounds the bytes before a line that tell what it belongs to.
const around = 400

// line: the library is named without a look for what it holds. What is said of
// other systems, whose -lnsl is a part of the system, does not count.
func line(l rules.Line) []rules.Hit {
	if !strings.Contains(l.Text, "-l") && !strings.Contains(l.Text, "ibrar") {
		return nil
	}
	before := l.Before[max(0, len(l.Before)-around):]
	elsewhere := other.MatchString(l.Text) || other.MatchString(before)
	var hits []rules.Hit
	if !checked.MatchString(l.Text) && (l.Kind == rules.Make || !checked.MatchString(before)) {
		for _, m := range flag.FindAllStringSubmatchIndex(l.Text, -1) {
			if elsewhere && l.Text[m[2]:m[3]] == "-lnsl" {
				continue
			}
			hits = append(hits, rules.Hit{At: m[2], Name: l.Text[m[2]:m[3]]})
		}
	}
	if m := cmake.FindStringSubmatchIndex(l.Text); m != nil && l.Kind == rules.CMake {
		hits = append(hits, rules.Hit{At: m[2], Name: "-l" + l.Text[m[2]:m[3]]})
	}
	return hits
}
