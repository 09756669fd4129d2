package gnuism

import (
	"fmt"
	"strings"
)

// Modes is a set of ways to ask a C library for names: by feature macros, or by
// the compiler's -std=. What a unit that asks in several ways sees is what it
// sees in any of them: the conditions in the headers are disjunctions.
type Modes uint16

// The modes, each a bit. Under _GNU_SOURCE both libraries show all they have, but for
// the names with 64 that musl keeps for _LARGEFILE64_SOURCE since 1.2.4.
const (
	ModePlain     Modes = 1 << iota // no macro, and -std=gnuNN
	ModeISO                         // no macro, and -std=cNN
	ModeDefault                     // _DEFAULT_SOURCE or _BSD_SOURCE
	ModeSVID                        // _SVID_SOURCE and -std=cNN
	ModePOSIX                       // _POSIX_SOURCE, _POSIX_C_SOURCE
	ModePOSIX08                     // _POSIX_C_SOURCE from 200809
	ModeXOpen                       // _XOPEN_SOURCE
	ModeXOpen6                      // _XOPEN_SOURCE from 600
	ModeXOpen7                      // _XOPEN_SOURCE from 700
	ModeGNU                         // _GNU_SOURCE
	ModeLargefile                   // _LARGEFILE64_SOURCE
)

// Mode is one way of asking, as derive tries it.
type Mode struct {
	Bit     Modes  // in a set of Modes
	Letter  byte   // in names.tsv
	Name    string // for people
	Defines string // lines of C before the first #include
}

const strict = "#define __STRICT_ANSI__ 1\n"

// AllModes lists the modes.
var AllModes = []Mode{
	{ModePlain, 'd', "no macro", ""},
	{ModeISO, 'i', "-std=cNN", strict},
	{ModeDefault, 'b', "_DEFAULT_SOURCE", strict + "#define _DEFAULT_SOURCE 1\n"},
	{ModeSVID, 's', "_SVID_SOURCE", strict + "#define _SVID_SOURCE 1\n"},
	{ModePOSIX, 'p', "_POSIX_C_SOURCE", strict + "#define _POSIX_C_SOURCE 199506L\n"},
	{ModePOSIX08, 'q', "_POSIX_C_SOURCE=200809L", strict + "#define _POSIX_C_SOURCE 200809L\n"},
	{ModeXOpen, 'x', "_XOPEN_SOURCE", strict + "#define _XOPEN_SOURCE 500\n"},
	{ModeXOpen6, 'y', "_XOPEN_SOURCE=600", strict + "#define _XOPEN_SOURCE 600\n"},
	{ModeXOpen7, 'z', "_XOPEN_SOURCE=700", strict + "#define _XOPEN_SOURCE 700\n"},
	{ModeGNU, 'g', "_GNU_SOURCE", "#define _GNU_SOURCE 1\n"},
	{ModeLargefile, 'l', "_LARGEFILE64_SOURCE", strict + "#define _LARGEFILE64_SOURCE 1\n"},
}

// String returns the modes' letters.
func (m Modes) String() string {
	var b strings.Builder
	for _, mode := range AllModes {
		if m&mode.Bit != 0 {
			b.WriteByte(mode.Letter)
		}
	}
	return b.String()
}

// Names lists the modes for people.
func (m Modes) Names() []string {
	var names []string
	for _, mode := range AllModes {
		if m&mode.Bit != 0 {
			names = append(names, mode.Name)
		}
	}
	return names
}

// ParseModes reads what String writes.
func ParseModes(s string) (Modes, error) {
	var m Modes
	for _, letter := range []byte(s) {
		bit := Modes(0)
		for _, mode := range AllModes {
			if mode.Letter == letter {
				bit = mode.Bit
			}
		}
		if bit == 0 {
			return 0, fmt.Errorf("no mode %q", letter)
		}
		m |= bit
	}
	return m, nil
}
