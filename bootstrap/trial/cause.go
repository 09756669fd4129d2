package trial

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules/initialisedbyposition"
)

// Why a package builds with nothing of what is tried.
const (
	Dependency = "a dependency is missing"
	Tool       = "a tool is missing"
	CPlusPlus  = "it needs a C++ library"
	Link       = "it does not link"
	Compile    = "it does not compile"
	Configure  = "its configuration ends"
	Other      = "another reason"
)

// A cause is told by the first error of the log.
type cause struct {
	name string
	told *regexp.Regexp
}

// causes in the order in which they are looked for.
var causes = []cause{
	{CPlusPlus, regexp.MustCompile(`'(?:cstd\w+|iostream|string|vector|memory|map|utility|algorithm|type_traits|limits|c\w+)' file not found|C\+\+ compiler|CMAKE_CXX_COMPILER|cannot compile programs.*C\+\+|lc\+\+`)},
	{Dependency, regexp.MustCompile(`(?i)cannot find development files|Dependency "|Package requirements|No package '|Could NOT find|Could not find a package|dependency .* not found|lib\w+ (?:was )?not found|unable to find lib|required (?:library|package)`)},
	{Tool, regexp.MustCompile(`(?i)Program .* not found|command not found|^make(?:\[\d+\])?: \S+: No such file|: not found$|No program|required program|is missing on your system|cannot find.*\b(?:flex|bison|yacc|python|perl|xsltproc|cmake|help2man|docbook)\b`)},
	{Link, regexp.MustCompile(`undefined symbol|unable to find library|ld\.lld: error`)},
	{Compile, regexp.MustCompile(`\.(?:c|h|cc|cpp|cxx|hpp|y|l)\b.*error: `)},
	{Configure, regexp.MustCompile(`(?i)^(?:configure|checking|CMake Error|meson\.build|.*meson\.build:\d+)`)},
}

// position is FILE:LINE: at the beginning of a compiler's message.
var position = regexp.MustCompile(`^(?:\S*/)?([^/\s:]+):(\d+):`)

// inQuotes is a word that a compiler's message is about.
var inQuotes = regexp.MustCompile(`'(\w+)'`)

// Foretells reports whether the verdict has a finding to build at the place of an error,
// by the file's name and line, or of the name that the error is about.
func (t *Trial) Foretells(first string) bool {
	place := position.FindStringSubmatch(first)
	if place == nil {
		return false
	}
	name := "" // the first that is quoted is what is missing
	if m := inQuotes.FindStringSubmatch(first); m != nil {
		name = m[1]
	}
	line, err := strconv.Atoi(place[2])
	if err != nil { // no file has as many
		return false
	}
	return slices.ContainsFunc(t.Verdict.Findings, func(f report.Finding) bool {
		return f.Level == report.Build &&
			(path.Base(f.File) == place[1] && f.Line <= line && line <= f.Line+within[f.Rule] || f.Name[strings.LastIndexAny(f.Name, " .")+1:] == name)
	})
}

// within is how many lines below a finding of a rule an error still is of the same: an
// initialiser is found where it begins.
var within = map[string]int{initialisedbyposition.Rule.ID: 10}

// missingHeader is the message of clang about a header that is not there.
var missingHeader = regexp.MustCompile(`'([^']+)' file not found`)

// causeOf sorts a first error. A header that is not there belongs to something that
// the build files look for and no recipe provides, where there is such a thing.
func causeOf(first string, missing []draft.Missing) string {
	if m := missingHeader.FindStringSubmatch(first); m != nil && ofMissing(m[1], missing) {
		return Dependency
	}
	for _, c := range causes {
		if c.told.MatchString(first) {
			return c.name
		}
	}
	return Other
}

// ofMissing tells whether a header may be of a missing dependency, by its name.
func ofMissing(header string, missing []draft.Missing) bool {
	header = strings.ToLower(header)
	for _, m := range missing {
		name := strings.ToLower(strings.TrimPrefix(m.Name, "lib"))
		name = strings.TrimRight(name, "-.0123456789")
		if len(name) > 1 && strings.Contains(header, name) {
			return true
		}
	}
	return false
}
