package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

const explainUsage = `usage: wildebeest explain NAME

NAME is a function, macro, type, "struct x", member ("glob_t.gl_flags") or
header of glibc's.

example:
  wildebeest explain strndupa
`

func explain(_ context.Context, _ io.Reader, stdout, stderr io.Writer, args []string) int {
	if len(args) == 1 && (args[0] == "-h" || args[0] == "--help") {
		fmt.Fprint(stdout, explainUsage)
		return exitOK
	}
	if len(args) != 1 {
		fmt.Fprintf(stderr, "wildebeest: explain: want one name, have %d\n%s", len(args), explainUsage)
		return exitTrouble
	}
	db, err := gnuism.Load()
	if err != nil {
		fmt.Fprintf(stderr, "wildebeest: %v\n", err)
		return exitTrouble
	}
	text, ok := explainName(db, strings.Trim(args[0], "<>"))
	if !ok {
		fmt.Fprintf(stderr, "wildebeest: explain %s: not a name that glibc shows and musl does not\n", args[0])
		return exitTrouble
	}
	fmt.Fprint(stdout, text)
	return exitOK
}

func explainName(db *gnuism.DB, name string) (string, bool) {
	if n, ok := db.Lookup(name); ok {
		var b strings.Builder
		fmt.Fprintf(&b, "%s: %s\n", n.Name, n.Kind)
		fmt.Fprintf(&b, "  glibc   <%s>", n.Home)
		if n.Version != "" {
			fmt.Fprintf(&b, ", since %s", n.Version)
		}
		b.WriteString("\n")
		switch {
		case n.Where == "":
			b.WriteString("  musl    nowhere\n")
		case n.NoLink:
			fmt.Fprintf(&b, "  musl    declared in <%s>, defined nowhere\n", n.Where)
		default:
			fmt.Fprintf(&b, "  musl    <%s>%s\n", n.Where, span(n.Since, n.Last))
		}
		if remedy, ok := db.Remedy(n, gnuism.Newest); ok {
			b.WriteString("  remedy  " + remedyLine(remedy) + "\n")
		}
		return b.String(), true
	}
	h, ok := db.Header(name)
	if !ok {
		return "", false
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<%s>: header\n", h.Name)
	if h.In(gnuism.Newest) {
		fmt.Fprintf(&b, "  musl    has it%s\n", span(h.Since, h.Last))
		return b.String(), true
	}
	b.WriteString("  musl    has it not\n")
	if remedy, ok := db.HeaderRemedy(h.Name); ok {
		b.WriteString("  remedy  " + remedyLine(remedy) + "\n")
	}
	return b.String(), true
}

func span(since, last gnuism.Release) string {
	s := ""
	if since > 0 {
		s += ", since " + since.String()
	}
	if last != gnuism.Always {
		s += ", until " + last.String()
	}
	return s
}

func remedyLine(r gnuism.Remedy) string {
	switch r.Kind {
	case gnuism.Shim:
		return "module " + r.Module + " of libwildebeest"
	case gnuism.Include, gnuism.Config:
		return r.Text
	}
	return r.Kind + ": " + r.Text
}
