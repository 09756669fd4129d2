package preproc

import (
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// Libc is one of the two libraries as the preprocessor of a configured build sees it. Besides
// the compiler's macros it answers what a configure script would have found:
// HAVE_X for every name X of the database.
type Libc struct {
	config  *Configuration
	built   map[string]Tri // what the build files define
	isGlibc bool
	known   map[string]Value // macros with a value; a missing value is "not defined"
	probe   map[string]probe // HAVE_X by the upper-case X
	db      *gnuism.DB
	has     func(*gnuism.Name) Tri
	head    func(*gnuism.Header) Tri
}

type probe struct {
	name   *gnuism.Name
	header *gnuism.Header
}

// defined everywhere that this project looks at, with no value that matters.
var everywhere = []string{"__linux__", "__linux", "linux", "__unix__", "__unix", "unix", "__GNUC__", "__GNUC_MINOR__", "__clang__", "__STDC_VERSION__", "__CHAR_BIT__", "__ELF__"}

// nowhere are other systems and other libraries.
var nowhere = []string{"_WIN32", "_WIN64", "WIN32", "__WIN32__", "__MINGW32__", "__CYGWIN__", "_MSC_VER", "__APPLE__", "__MACH__", "__FreeBSD__",
	"__FreeBSD_kernel__", "__NetBSD__", "__OpenBSD__", "__DragonFly__", "__sun", "__sun__", "sun", "__SVR4", "__svr4__", "_AIX", "__hpux", "hpux",
	"__sgi", "sgi", "__osf__", "__QNX__", "__QNXNTO__", "__HAIKU__", "__BEOS__", "__GNU__", "__gnu_hurd__", "__ANDROID__", "__BIONIC__",
	"__UCLIBC__", "__dietlibc__", "__KLIBC__", "__MSDOS__", "MSDOS", "__DJGPP__", "VMS", "__VMS", "__EMSCRIPTEN__", "__wasi__", "__INTEL_COMPILER",
	"__minix", "__riscos__", "__amigaos__", "OS2", "__OS2__", "__MVS__", "__Lynx__", "__serenity__", "__fuchsia__", "_SCO_DS", "__ultrix", "__NEWLIB__",
	"__EMX__", "__SYMBIAN32__", "__NetWare__", "NETWARE", "TOPS20", "pyr_bsd", "__human68k__", "AMIGA", "ATARI", "THEOS", "QDOS", "TANDEM", "STX_HIDDEN",
	"weak_alias", "strong_alias", "libc_hidden_def", "libc_hidden_weak", "libc_hidden_proto", // within glibc
	"_LIBC", "FLT32_MAX", "FLT64_MAX", "FLT128_MAX", "FLT32X_MAX", "FLT64X_MAX"} // within glibc; of gcc's own float.h

// glibcMacros are what the newest release of glibc that the database knows defines
// about itself.
var glibcMacros = sync.OnceValue(func() map[string]int64 {
	newest := gnuism.NewestGlibc()
	return map[string]int64{"__GLIBC__": newest.Major, "__GLIBC_MINOR__": newest.Minor, "__GNU_LIBRARY__": 6}
})

// NewLibcs returns what is known with the target and with glibc, on top of the headers
// of a kernel.
func NewLibcs(db *gnuism.DB, target gnuism.Release, kernel gnuism.Kernel, config *Configuration) (musl, glibc *Libc) {
	probes := map[string]probe{}
	for i := range db.Names {
		n := &db.Names[i]
		if n.Kind != gnuism.Member {
			probes[upper(n.Name)] = probe{name: n}
		}
	}
	for i := range db.Headers {
		h := &db.Headers[i]
		probes[upper(h.Name)] = probe{header: h}
	}
	of := func(b bool, t Tri) Tri {
		if b {
			return t
		}
		return No
	}
	musl = &Libc{db: db, probe: probes, config: config, known: map[string]Value{},
		has:  func(n *gnuism.Name) Tri { return of(n.Usable(target), Yes) },
		head: func(h *gnuism.Header) Tri { return of(h.In(target) || h.OnLinux(kernel), Yes) }}
	glibc = &Libc{isGlibc: true, db: db, probe: probes, config: config, known: map[string]Value{},
		has:  func(*gnuism.Name) Tri { return Yes },
		head: func(h *gnuism.Header) Tri { return of(h.Glibc || h.Linux, Yes) }}
	for _, s := range []*Libc{musl, glibc} {
		for _, name := range nowhere {
			s.known[name] = number(0)
		}
	}
	for name, n := range glibcMacros() {
		musl.known[name], glibc.known[name] = number(0), number(n)
	}
	return musl, glibc
}

// Built tells which macros the configuration of the tree surely defines or does not.
// It is for a library that is not in use yet.
func (s *Libc) Built(macros map[string]Tri) { s.built = macros }

func upper(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '/' || r == '.' || r == '-' || r == ' ' {
			return '_'
		}
		return r
	}, strings.ToUpper(name))
}

func (s *Libc) Macro(name []byte) (Tri, Value) {
	if t, v, ok := s.config.lookup(string(name)); ok {
		return t, v
	}
	if t, ok := s.built[string(name)]; ok {
		return t, truth(t)
	}
	if v, ok := s.known[string(name)]; ok {
		if v.n == 0 {
			return No, v
		}
		return Yes, v
	}
	for _, w := range everywhere {
		if w == string(name) {
			return Yes, Unknown
		}
	}
	if i, ok := s.db.Ident(name); ok {
		switch n := &s.db.Names[i]; {
		case s.has(n) == No:
			return No, number(0)
		case s.isGlibc && n.Kind == gnuism.Macro:
			return Yes, Unknown
		}
	}
	if x, ok := strings.CutPrefix(string(name), "HAVE_"); ok {
		p, ok := s.probe[strings.TrimPrefix(x, "DECL_")]
		if ok {
			t := No
			if p.name != nil {
				t = s.has(p.name)
			} else {
				t = s.head(p.header)
			}
			return t, truth(t)
		}
	}
	return Maybe, Unknown
}

func (s *Libc) HasInclude(header string) Tri {
	if h, ok := s.db.Header(header); ok {
		return s.head(h)
	}
	return Maybe
}
