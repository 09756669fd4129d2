package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

const explainUsage = `usage: wildebeest explain NAME|RULE

NAME is a function, macro, type, "struct x", member ("glob_t.gl_flags") or
header of glibc's; RULE is the id that a finding of scan names.

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
	name := strings.Trim(args[0], "<>")
	var parts []string
	if text, ok := explainName(db, name); ok {
		parts = append(parts, text)
	}
	for _, r := range rules.All() {
		for _, w := range append([]string{r.ID}, r.Words...) {
			if w == name {
				parts = append(parts, explainRule(r))
				break
			}
		}
	}
	for _, id := range report.DatabaseRules() {
		if id == name {
			parts = append(parts, fmt.Sprintf("%s: rule of the name database\n  %s\n", id, report.Describe(id)))
		}
	}
	if len(parts) == 0 {
		fmt.Fprintf(stderr, "wildebeest: explain %s: neither a rule nor a name that glibc shows where musl does not\n", args[0])
		return exitTrouble
	}
	fmt.Fprint(stdout, strings.Join(parts, "\n"))
	return exitOK
}

// explainRule is a rule's documentation, indented as it stands.
func explainRule(r *rules.Rule) string {
	return fmt.Sprintf("%s: rule (%s)\n  %s\n  remedy  %s\n\n%s", r.ID, r.Class, r.Summary, remedyLine(r.Remedy), r.Doc)
}

func explainName(db *gnuism.DB, name string) (string, bool) {
	if n, ok := db.Lookup(name); ok {
		return describeName(db, n), true
	}
	h, ok := db.Header(name)
	if !ok {
		return "", false
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<%s>: header\n", h.Name)
	if h.In(gnuism.Newest()) {
		fmt.Fprintf(&b, "  musl    has it%s\n", span(h.Since, h.Last))
		return b.String(), true
	}
	b.WriteString("  musl    has it not\n")
	if remedy, ok := db.HeaderRemedy(h.Name); ok {
		b.WriteString("  remedy  " + remedyLine(remedy) + "\n" + change("#include <"+h.Name+">", remedy))
	}
	return b.String(), true
}

func describeName(db *gnuism.DB, n *gnuism.Name) string {
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
	remedy, ok := db.Remedy(n, gnuism.Newest())
	if only := n.InGlibc &^ n.InMusl; only != 0 {
		fmt.Fprintf(&b, "  hidden  by musl alone under %s\n", strings.Join(only.Names(), ", "))
		if n.Home == n.Where {
			remedy = n.Show()
		}
	}
	if ok {
		b.WriteString("  remedy  " + remedyLine(remedy) + "\n" + change("#include <"+n.Home+">", remedy))
	}
	return b.String()
}

// change shows a remedy as code before and after, where it is one.
func change(include string, r gnuism.Remedy) string {
	switch r.Kind {
	case gnuism.Shim:
		return fmt.Sprintf("\nBefore:\n\n    %s\n\nAfter, the same source with:\n\n    CPPFLAGS += $(shell pkg-config --cflags libwildebeest-%s)\n    LDLIBS += $(shell pkg-config --libs libwildebeest-%s)\n", include, r.Module, r.Module)
	case gnuism.Include:
		if "#include <"+r.Header+">" == include {
			return fmt.Sprintf("\nBefore: another header brings it in on glibc.\n\nAfter:\n\n    %s\n", include)
		}
		return fmt.Sprintf("\nBefore:\n\n    %s\n\nAfter:\n\n    #include <%s>\n", include, r.Header)
	case gnuism.Config:
		return fmt.Sprintf("\nBefore:\n\n    %s\n\nAfter, before the first #include:\n\n    %s\n    #include <%s>\n", include, r.Text, r.Header)
	}
	return ""
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
