package preproc

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// Features is how code asks the C library for names: the feature macros that a
// file, a build file or a command line defines, and the compiler's -std=.
type Features struct {
	whole         bool         // _GNU_SOURCE, or nobody knows
	modes         gnuism.Modes // of other macros
	strict, loose bool         // -std=cNN; -std=gnuNN
	largefile     bool         // _LARGEFILE64_SOURCE, which both libraries heed beside all others
	before99      bool         // -std= of a language older than C99
}

// Add joins what two places ask for.
func (a *Features) Add(b Features) {
	a.whole = a.whole || b.whole
	a.modes |= b.modes
	a.strict = a.strict || b.strict
	a.loose = a.loose || b.loose
	a.largefile = a.largefile || b.largefile
	a.before99 = a.before99 || b.before99
}

// Of returns the modes in which the library is asked; 0 is all that it has without
// _LARGEFILE64_SOURCE.
func (a Features) Of() gnuism.Modes {
	modes := a.of()
	if !a.largefile {
		return modes
	}
	if modes == 0 {
		modes = gnuism.ModeGNU
	}
	return modes | gnuism.ModeLargefile
}

func (a Features) of() gnuism.Modes {
	switch {
	case a.whole:
		return 0
	case a.modes&gnuism.ModeSVID != 0 && !a.isStrict():
		return a.modes&^gnuism.ModeSVID | gnuism.ModePlain
	case a.modes != 0:
		return a.modes
	case a.isStrict():
		return gnuism.ModeISO
	}
	return gnuism.ModePlain
}

func (a Features) isStrict() bool { return a.strict && !a.loose }

// Everything reports whether all that the library has is asked for.
func (a Features) Everything() bool { return a.whole }

// All asks for everything that the library has.
func (a *Features) All() { a.whole = true }

// Language notes the compiler's -std=, such as "c99"; "" says nothing.
func (a *Features) Language(std string) {
	a.strict, a.loose, a.before99 = isStrict(std), std != "" && !isStrict(std), older.MatchString(std)
}

// Before99 reports whether the language is said to be older than C99.
func (a Features) Before99() bool { return a.before99 }

// before99 are the values of -std= for languages older than C99.
const before99 = `(?:(?:gnu|c)(?:89|90)|iso9899:199[04])`

var older = regexp.MustCompile(`^(?:` + before99 + `|ansi)$`)

// isStrict reports whether a -std= is one without GNU's extensions.
func isStrict(std string) bool {
	return std != "" && !strings.HasPrefix(std, "gnu")
}

// Macro notes a feature macro. value is what follows its name, "" is nothing.
// feature_test_macros(7) says what each asks for, musl's features.h is alike.
func (a *Features) Macro(name, value string) {
	n, err := strconv.Atoi(strings.TrimRight(strings.TrimSpace(value), "Ll"))
	if err != nil {
		n = 1
	}
	switch name {
	case "_GNU_SOURCE", "_ALL_SOURCE", "_ISOC99_SOURCE", "_ISOC11_SOURCE", "_ISOC2X_SOURCE":
		a.whole = true // of the last three glibc alone takes notice
	case "_LARGEFILE64_SOURCE":
		a.largefile = true
	case "_DEFAULT_SOURCE", "_BSD_SOURCE":
		a.modes |= gnuism.ModeDefault
	case "_SVID_SOURCE":
		a.modes |= gnuism.ModeSVID
	case "_POSIX_SOURCE":
		a.modes |= gnuism.ModePOSIX
	case "_POSIX_C_SOURCE":
		a.modes |= gnuism.ModePOSIX
		if n >= 200809 {
			a.modes |= gnuism.ModePOSIX08
		}
	case "_XOPEN_SOURCE":
		switch {
		case n >= 700:
			a.modes |= gnuism.ModeXOpen7
		case n >= 600:
			a.modes |= gnuism.ModeXOpen6
		default:
			a.modes |= gnuism.ModeXOpen
		}
	}
}

// IsFeature reports whether a macro may be one that macro knows.
func IsFeature(name []byte) bool {
	return len(name) > 10 && name[0] == '_' && strings.HasSuffix(string(name), "_SOURCE")
}

var (
	askedEverything = regexp.MustCompile(`(?:\b|-D)_(?:GNU|ALL|ISOC99|ISOC11)_SOURCE\b|\b(?:AC|gl)_(?:USE_SYSTEM_EXTENSIONS|GNU_SOURCE)\b|\bgl_EARLY\b`)
	askedDefault    = regexp.MustCompile(`(?:\b|-D)_(?:DEFAULT|BSD)_SOURCE\b`)
	askedMore       = regexp.MustCompile(`(?:-D\s*|set(?:10)?\(\s*['"])(_(?:SVID|POSIX|POSIX_C|XOPEN|LARGEFILE64)_SOURCE)\b(?:['"]?\s*[=,]\s*['"]?(\d+))?`)
	askedStrict     = regexp.MustCompile(`-std=(?:c\d|iso)|\s-ansi\b|\bc_std=c\d|\bC_EXTENSIONS"?\s+(?:OFF|NO|FALSE|0)\b`)
	askedOlder      = regexp.MustCompile(`(?:-std=|\bc_std=)` + before99 + `\b|\s-ansi\b|\bC_STANDARD"?\s+90\b`)
	askedLoose      = regexp.MustCompile(`-std=gnu|\bc_std=gnu|\bC_EXTENSIONS"?\s+(?:ON|YES|TRUE|1)\b`)
)

// Line notes what a line of a build file asks for.
func (a *Features) Line(line string) {
	if !strings.Contains(line, "_S") && !strings.Contains(line, "std=") && !strings.Contains(line, "ansi") && !strings.Contains(line, "C_EXT") && !strings.Contains(line, "gl_") {
		return
	}
	a.whole = a.whole || askedEverything.MatchString(line)
	if askedDefault.MatchString(line) {
		a.modes |= gnuism.ModeDefault
	}
	for _, m := range askedMore.FindAllStringSubmatch(line, -1) {
		a.Macro(m[1], m[2])
	}
	a.strict = a.strict || askedStrict.MatchString(line)
	a.loose = a.loose || askedLoose.MatchString(line)
	a.before99 = a.before99 || askedOlder.MatchString(line)
}
