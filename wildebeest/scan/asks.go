package scan

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// asks is how code asks the C library for names: the feature macros that a
// file, a build file or a command line defines, and the compiler's -std=.
type asks struct {
	everything    bool         // _GNU_SOURCE, or nobody knows
	modes         gnuism.Modes // of other macros
	strict, loose bool         // -std=cNN; -std=gnuNN
}

func (a *asks) add(b asks) {
	a.everything = a.everything || b.everything
	a.modes |= b.modes
	a.strict = a.strict || b.strict
	a.loose = a.loose || b.loose
}

// of returns the modes in which the library is asked; 0 is all it has.
func (a asks) of() gnuism.Modes {
	switch {
	case a.everything:
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

func (a asks) isStrict() bool { return a.strict && !a.loose }

// macro notes a feature macro. value is what follows its name, "" is nothing.
// feature_test_macros(7) says what each asks for, musl's features.h is alike.
func (a *asks) macro(name, value string) {
	n, err := strconv.Atoi(strings.TrimRight(strings.TrimSpace(value), "Ll"))
	if err != nil {
		n = 1
	}
	switch name {
	case "_GNU_SOURCE", "_ALL_SOURCE", "_ISOC99_SOURCE", "_ISOC11_SOURCE", "_ISOC2X_SOURCE":
		a.everything = true // of the last three glibc alone takes notice
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

// isAsking reports whether a macro may be one that macro knows.
func isAsking(name []byte) bool {
	return len(name) > 10 && name[0] == '_' && strings.HasSuffix(string(name), "_SOURCE")
}

var (
	askedEverything = regexp.MustCompile(`(?:\b|-D)_(?:GNU|ALL|ISOC99|ISOC11)_SOURCE\b|\b(?:AC|gl)_(?:USE_SYSTEM_EXTENSIONS|GNU_SOURCE)\b|\bgl_EARLY\b`)
	askedDefault    = regexp.MustCompile(`(?:\b|-D)_(?:DEFAULT|BSD)_SOURCE\b`)
	askedMore       = regexp.MustCompile(`(?:-D\s*|set(?:10)?\(\s*['"])(_(?:SVID|POSIX|POSIX_C|XOPEN)_SOURCE)\b(?:['"]?\s*[=,]\s*['"]?(\d+))?`)
	askedStrict     = regexp.MustCompile(`-std=(?:c\d|iso)|\s-ansi\b|\bc_std=c\d|\bC_EXTENSIONS"?\s+(?:OFF|NO|FALSE|0)\b`)
	askedLoose      = regexp.MustCompile(`-std=gnu|\bc_std=gnu|\bC_EXTENSIONS"?\s+(?:ON|YES|TRUE|1)\b`)
)

// read notes what a line of a build file asks for.
func (a *asks) read(line string) {
	if !strings.Contains(line, "_S") && !strings.Contains(line, "std=") && !strings.Contains(line, "ansi") && !strings.Contains(line, "C_EXT") && !strings.Contains(line, "gl_") {
		return
	}
	a.everything = a.everything || askedEverything.MatchString(line)
	if askedDefault.MatchString(line) {
		a.modes |= gnuism.ModeDefault
	}
	for _, m := range askedMore.FindAllStringSubmatch(line, -1) {
		a.macro(m[1], m[2])
	}
	a.strict = a.strict || askedStrict.MatchString(line)
	a.loose = a.loose || askedLoose.MatchString(line)
}

// asker is a build file that asks, and the directory whose files it speaks for.
type asker struct {
	dir string // "." is the whole tree
	asks
}

// askers lists the build files that ask for anything.
func (t *tree) askers() []asker {
	var out []asker
	for _, f := range t.files {
		if f.build == "" || f.asks == (asks{}) {
			continue
		}
		dir := path.Dir(f.path)
		switch path.Base(f.path) {
		case "Makefile", "Makefile.am", "Makefile.in", "meson.build", "CMakeLists.txt", "SConscript", "wscript", "makefile", "GNUmakefile":
		default: // a part that others include
			dir = "."
		}
		out = append(out, asker{dir, f.asks})
	}
	return out
}

// asked returns the modes in which a unit asks the library for names; 0 is
// under _GNU_SOURCE, or in a way that can't be known: a header is included by
// other people's code, and a config.h that is not there may say anything.
func (t *tree) asked(root int32, files []int32, outside []asker) gnuism.Modes {
	f := t.files[root]
	if f.cpp || f.header || f.build != "" {
		return 0 // the compilers of C++ define _GNU_SOURCE
	}
	all := t.s.asks
	for _, o := range outside {
		if o.dir == "." || strings.HasPrefix(f.path, o.dir+"/") {
			all.add(o.asks)
		}
	}
	for _, i := range files {
		for _, a := range t.files[i].asking {
			all.everything = all.everything || a.everything
		}
	}
	if !all.everything {
		t.asking(root, map[int32]bool{}, &all)
	}
	return all.of()
}

// asking adds what a file asks for before the first header of a library, and
// reports whether that was reached.
func (t *tree) asking(i int32, seen map[int32]bool, all *asks) bool {
	if seen[i] {
		return false
	}
	seen[i] = true
	f := t.files[i]
	next := 0
	for _, inc := range f.includes {
		for ; next < len(f.asking) && f.asking[next].offset < inc.offset; next++ {
			all.add(f.asking[next].asks)
		}
		if inc.onMusl(f) == no {
			continue
		}
		target, found := t.resolve(f, inc)
		switch {
		case found && (!inc.angled || !t.isSystem(inc.name)):
			if t.asking(target, seen, all) {
				return true
			}
		case t.isSystem(inc.name):
			return true
		default: // a config.h that is not there, or another library's header
			all.everything = all.everything || !inc.angled || strings.Contains(inc.name, "config")
			return true
		}
	}
	for ; next < len(f.asking); next++ {
		all.add(f.asking[next].asks)
	}
	return false
}

func (t *tree) isSystem(name string) bool {
	h, ok := t.s.db.Header(name)
	return ok && (h.Glibc || h.Linux)
}

// asked is a #define of a feature macro.
type asked struct {
	asks
	offset int32
}

// ask notes a #define or #undef of a feature macro. A template's #undef becomes
// a #define where configure finds the macro useful.
func (r *reader) ask(name, value []byte, offset int, undef bool) {
	p := int32(-1)
	if n := len(r.stack); n > 0 {
		p = r.stack[n-1].cond
	}
	if p >= 0 && r.f.conds[p].live == no {
		return
	}
	if undef && !strings.HasSuffix(r.f.path, ".in") {
		return
	}
	a := asked{offset: int32(offset)}
	a.macro(string(name), string(value))
	r.f.asking = append(r.f.asking, a)
}
