package scan

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzTree splits the input into files at lines "== NAME" and scans them: the
// include resolver, the conditions and the judgement must hold for any tree.
func FuzzTree(f *testing.F) {
	f.Add("== a.c\n#include \"b.h\"\n#include <fts.h>\nFTS *f;\n== b.h\n#include \"a.c\"\n#if HAVE_FTS_H && !defined(X)\n#else\n#endif\n")
	f.Add("== x/a.c\n#include \"../x/a.c\"\n#include <x/../../b.h>\n#define fts_open(\n== b.h.in\n#elif\n")
	f.Add("== a.in.h\n#if (1 ? 2 : 3) << 70 >> -1\n#include <a.h>\n#endif\nenum { P_ALL, }; struct stat64 { int (*error)(int); };\n")
	s, err := newScanner(Options{Precise: Never}, newConfiguration(nil))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := &memSource{path: "fuzz", files: map[string][]byte{}}
		for part := range strings.SplitSeq(text, "== ") {
			name, body, _ := strings.Cut(part, "\n")
			if p, ok := insideName("t/" + name); ok && wanted(p) && len(m.files) < 20 {
				m.files[p] = []byte(body)
			}
		}
		r, err := s.scan(context.Background(), m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			text := m.files[f.File]
			if f.Line < 1 || f.Line > strings.Count(string(text), "\n")+1 || f.Column < 1 || f.Remedy.Kind == "" {
				t.Errorf("finding %+v", f)
			}
		}
	})
}

// FuzzDsc: a source description never names a file outside its directory.
func FuzzDsc(f *testing.F) {
	f.Add("Checksums-Sha256:\n 00 1 ../../x.tar.gz\n 11 2 a.orig.tar.xz\nFiles:\n")
	f.Fuzz(func(t *testing.T, text string) {
		for name := range dscTarballs(text) {
			if name != filepath.Base(name) || strings.ContainsRune(name, os.PathSeparator) {
				t.Errorf("named %q", name)
			}
		}
	})
}
