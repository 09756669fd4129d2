package fix_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/wildebeest/fix"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// TestText: each finding's edit at its place, in texts of every shape.
func TestText(t *testing.T) {
	include := report.Finding{Rule: report.RuleInclude, Name: "PATH_MAX", Kind: "macro", Line: 1, Column: 1, Level: report.Build,
		Remedy: report.Remedy{Kind: gnuism.Include, Header: "limits.h"}}
	call := func(name string, line, column int) report.Finding {
		return report.Finding{Rule: "sockaddr-union", Name: name, Line: line, Column: column, Level: report.Build}
	}
	for _, c := range []struct {
		name, src, want string
		finding         report.Finding
	}{
		{"empty", "", "#include <limits.h>\n", include},
		{"no include", "int x;\n", "#include <limits.h>\nint x;\n", include},
		{"behind the last of <…>", "#include <a.h>\n#include \"b.h\"\n#include <c.h>\n#include \"d.h\"\nint x;\n#include <e.h>\n",
			"#include <a.h>\n#include \"b.h\"\n#include <c.h>\n#include <limits.h>\n#include \"d.h\"\nint x;\n#include <e.h>\n", include},
		{"before the own ones", "#define _GNU_SOURCE\n#include \"a.h\"\n", "#define _GNU_SOURCE\n#include <limits.h>\n#include \"a.h\"\n", include},
		{"not under a condition", "#ifdef A\n#include <a.h>\n#endif\nint x;\n", "#include <limits.h>\n#ifdef A\n#include <a.h>\n#endif\nint x;\n", include},
		{"within the guard", "/* c */\n#ifndef A_H\n#define A_H\nint x;\n#endif\n", "/* c */\n#ifndef A_H\n#define A_H\n#include <limits.h>\nint x;\n#endif\n", include},
		{"no end of the line", "#include <a.h>", "#include <a.h>\n#include <limits.h>\n", include},
		{"a macro over two lines", "#define A \\\n 1\nint x;\n", "#define A \\\n 1\n#include <limits.h>\nint x;\n", include},
		{"a sum is cast", "int f(void) { return bind(s, p + 1, 3); }\n", "int f(void) { return bind(s, (struct sockaddr *)(p + 1), 3); }\n", call("bind", 1, 22)},
		{"the fifth argument", "x = recvfrom(s, f(a, b), n, 0, &me.in, &n);\n", "x = recvfrom(s, f(a, b), n, 0, (struct sockaddr *)&me.in, &n);\n", call("recvfrom", 1, 5)},
		{"no such call", "x = bound(s, p, n);\n", "x = bound(s, p, n);\n", call("bind", 1, 5)},
		{"a call without an end", "x = bind(s, p", "x = bind(s, p", call("bind", 1, 5)},
		{"a line that is not there", "int x;\n", "int x;\n", call("bind", 9, 5)},
		{"an old header", "# include <sys/poll.h> /* x */\n", "# include <poll.h> /* x */\n", report.Finding{Rule: report.RuleRedirect, Name: "sys/poll.h", Kind: "header", Line: 1, Column: 1,
			Level: report.Behave, Remedy: report.Remedy{Kind: gnuism.Include, Header: "poll.h"}}},
		{"a type of glibc's own", "int f(__CONST_SOCKADDR_ARG a);\n", "int f(const struct sockaddr * a);\n",
			report.Finding{Rule: report.RuleGNUism, Name: "__CONST_SOCKADDR_ARG", Line: 1, Column: 7, Level: report.Build}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, mended := fix.Text([]byte(c.src), []report.Finding{c.finding})
			if diff := cmp.Diff(c.want, string(out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if (len(mended) > 0) != (c.src != c.want) {
				t.Errorf("mended: %v", mended)
			}
		})
	}
	unsure := include
	unsure.Level = report.Unsure
	if out, mended := fix.Text([]byte("int x;\n"), []report.Finding{unsure}); string(out) != "int x;\n" || mended != nil {
		t.Errorf("something unsure became %q", out)
	}
}

// FuzzText: any text and place give an answer, and without findings the text itself.
func FuzzText(f *testing.F) {
	f.Add([]byte("#ifndef A\n#define A\n#include <a.h>\nx = bind(s, &me, 3);\n"), 4, 5)
	f.Fuzz(func(t *testing.T, src []byte, line, column int) {
		for _, r := range []report.Finding{
			{Rule: "sockaddr-union", Name: "bind", Line: line, Column: column, Level: report.Build},
			{Rule: report.RuleInclude, Name: "x", Line: line, Column: column, Level: report.Build, Remedy: report.Remedy{Kind: gnuism.Include, Header: "limits.h"}},
			{Name: "a.h", Kind: "header", Line: line, Column: column, Level: report.Build, Remedy: report.Remedy{Kind: gnuism.Include, Header: "limits.h"}},
		} {
			if out, mended := fix.Text(src, []report.Finding{r}); len(mended) == 0 && string(out) != string(src) {
				t.Errorf("%q became %q", src, out)
			}
		}
	})
}
