package scan

import (
	"context"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// FuzzTree splits the input into files at lines "== NAME" and scans them: the
// include resolver, the conditions and the judgement must hold for any tree.
func FuzzTree(f *testing.F) {
	f.Add("== a.c\n#include \"b.h\"\n#include <fts.h>\nFTS *f;\n== b.h\n#include \"a.c\"\n#if HAVE_FTS_H && !defined(X)\n#else\n#endif\n")
	f.Add("== x/a.c\n#include \"../x/a.c\"\n#include <x/../../b.h>\n#define fts_open(\n== b.h.in\n#elif\n")
	f.Add("== a.in.h\n#if (1 ? 2 : 3) << 70 >> -1\n#include <a.h>\n#endif\nenum { P_ALL, }; struct stat64 { int (*error)(int); };\n")
	f.Add("== Makefile\nCFLAGS = -std=c99 -Wl,--default-symver \\\n\t-lnsl # x\n== configure.ac\nAC_CHECK_FUNC([fts_open],\n[],[AC_MSG_ERROR([x])])\n== meson.build\nfind_library('anl')\n== a.c\n#define _POSIX_C_SOURCE 2\n#include <pwd.h>\n")
	f.Add("== a.c\nint f(int n) { struct { char a[n]; } s; errno = 0; strtol(\"\", 0, 10); if (errno) auto int g(int); }\nregister int r asm(\"r12\")\n== CMakeLists.txt\ntarget_link_libraries(x anl)\nset(CMAKE_C_EXTENSIONS OFF)\n")
	s, err := newScanner(Options{Precise: Never}, preproc.NewConfiguration(nil))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := &srctree.Memory{Path: "fuzz", Files: map[string][]byte{}}
		for part := range strings.SplitSeq(text, "== ") {
			name, body, _ := strings.Cut(part, "\n")
			if p := path.Clean(name); fs.ValidPath(p) && srctree.Wanted(p) && len(m.Files) < 20 {
				m.Files[p] = []byte(body)
			}
		}
		r, err := s.scan(context.Background(), m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			text := m.Files[f.File]
			if f.Line < 1 || f.Line > strings.Count(string(text), "\n")+1 || f.Column < 1 || f.Remedy.Kind == "" {
				t.Errorf("finding %+v", f)
			}
		}
	})
}
