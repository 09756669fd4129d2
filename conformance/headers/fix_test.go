package headers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/fix"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

// mendable are sources that musl refuses and that scan --fix mends.
var mendable = map[string]string{
	"limits.c": "#include <dirent.h>\nchar room[PATH_MAX];\n",
	"types.c":  "#include <stdlib.h>\npid_t *a;\ntime_t *b;\nfd_set *c;\nsigset_t *d;\npthread_t *e;\nu_char *f;\nint h(void) { return WEXITED; }\n",
	"guard.h":  "#ifndef GUARD_H\n#define GUARD_H\n#include <stdlib.h>\nstruct list { ssize_t n; };\n#endif\n",
	"cast.c": "#define _GNU_SOURCE\n#include <netinet/in.h>\n#include <sys/socket.h>\nint f(int s, struct sockaddr_in *in) {\n" +
		"\tstruct sockaddr_in6 me; socklen_t n = sizeof me;\n\treturn bind(s, &me, n) + connect(s, in, n) + getpeername(s, &me, &n) + accept4(s, &me, &n, 0);\n}\n",
	"old.c": "#include <sys/signal.h>\n#include <sys/poll.h>\n#include <wait.h>\nint f(void) { return SIGCHLD + POLLIN + WNOHANG; }\n",
}

// TestFix compiles what scan --fix writes on each release of musl: before, the compiler
// refuses it.
func TestFix(t *testing.T) {
	for _, to := range releaseTargets(t) {
		for name, text := range mendable {
			t.Run(to.release.String()+"/"+name, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				file := filepath.Join(dir, name)
				compile := func(text []byte) string {
					t.Helper()
					if err := os.WriteFile(file, text, 0o666); err != nil {
						t.Fatal(err)
					}
					words := slices.Concat(to.options(nil), []string{"-fsyntax-only", "-x", "c", "-Wno-everything", "-Werror=implicit-function-declaration",
						"-Werror=int-conversion", "-Werror=incompatible-pointer-types", "-Werror=#warnings", file})
					out, _ := exec.CommandContext(t.Context(), "clang", words...).CombinedOutput()
					return string(out)
				}
				if compile([]byte(text)) == "" {
					t.Fatal("compiles as it is")
				}
				r, err := scan.Tree(t.Context(), file, scan.Options{Target: to.release.String(), Precise: scan.Never})
				if err != nil {
					t.Fatal(err)
				}
				out, mended := fix.Text([]byte(text), r.Findings)
				if complaints := compile(out); complaints != "" {
					t.Errorf("mended %v of\n%v\n%s\n%s", mended, names(r), out, complaints)
				}
			})
		}
	}
}

func names(r *report.Report) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Name+" "+f.Level)
	}
	return strings.Join(out, ", ")
}
