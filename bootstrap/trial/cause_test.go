package trial

import (
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

func TestCauses(t *testing.T) {
	missing := []draft.Missing{{Name: "libnl-3.0", Kind: "pkg-config", Required: true}, {Name: "pcap", Kind: "library"}}
	for first, want := range map[string]string{
		"a.c:3:10: fatal error: 'pcap/pcap.h' file not found":                        Dependency,
		"a.c:3:10: fatal error: 'fts.h' file not found":                              Compile,
		"a.cc:1:10: fatal error: 'vector' file not found":                            CPlusPlus,
		"meson.build:5:0: ERROR: Dependency \"glib-2.0\" not found, tried pkgconfig": Dependency,
		"configure: error: Package requirements (libnl-3.0) were not met":            Dependency,
		"make: cc: No such file or directory":                                        Tool,
		"ld.lld: error: undefined symbol: argp_parse":                                Link,
		"term.c:862:27: error: no member named 'c_ispeed' in 'struct termios'":       Compile,
		"configure: error: no argp":                                                  Configure,
		"install: `make install DESTDIR=/install PREFIX=/usr prefix=/usr`":           Other,
		"Makefile:76: *** Cannot find development files for libnl.  Stop.":           Dependency,
		"/bin/sh: 6: msgfmt: not found":                                              Tool,
	} {
		if got := causeOf(first, missing); got != want {
			t.Errorf("%s: %s, want %s", first, got, want)
		}
	}
}

func TestForetold(t *testing.T) {
	trial := &Trial{Verdict: &report.Report{Findings: []report.Finding{
		{Name: "struct termios.c_ispeed", File: "src/a.c", Line: 12, Level: report.Build}, {Name: "argp_parse", File: "src/b.c", Line: 3, Level: report.Unsure},
		{Name: "msghdr", Rule: "initialised-by-position", File: "src/d.c", Line: 20, Level: report.Build},
	}}}
	for first, want := range map[string]bool{
		"a.c:12:5: error: x": true, "../src/a.c:12:5: error: x": true, "a.c:13:5: error: x": false,
		"c.c:1:1: error: no member named 'c_ispeed' in 'struct termios'": true, "c.c:1:1: error: use of undeclared identifier 'argp_parse'": false, "b.c:3:1: error: x": false, "ld.lld: error: x": false, "d.c:25:9: error: x": true, "d.c:19:9: error: x": false, "d.c:31:9: error: x": false, "": false,
	} {
		if got := trial.Foretells(first); got != want {
			t.Errorf("%q: %v, want %v", first, got, want)
		}
	}
}
