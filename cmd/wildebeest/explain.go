package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/suggest"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
	"github.com/spf13/cobra"
)

func explainVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "explain NAME|RULE|MODULE",
		Short: "what a name, a rule or a module is, and what to do",
		Long: `Explain a name, a rule or a module. NAME is a function, macro, type, "struct x",
member ("glob_t.gl_flags") or header of glibc; RULE is the id that a finding of
scan has; MODULE is one that list shows. A word that is several of them gets all
the explanations.`,
		Example: `wildebeest explain strndupa
wildebeest explain execinfo`,
		Args: frame.One("name"),
		RunE: runExplain,
	}
}

func runExplain(cmd *cobra.Command, args []string) error {
	db, err := gnuism.Load()
	if err != nil {
		return err
	}
	modules, err := headers.Modules()
	if err != nil {
		return err
	}
	name := strings.Trim(args[0], "<>")
	parts, err := explainEverywhere(db, modules, name)
	if err != nil {
		return err
	}
	if len(parts) == 0 {
		return fmt.Errorf("explain %s: neither a rule, nor a module, nor a name that differs between glibc and musl%s",
			args[0], suggest.DidYouMean(name, explained(db, modules)))
	}
	return frame.Output(fmt.Fprint(cmd.OutOrStdout(), strings.Join(parts, "\n")))
}

// explainEverywhere returns what the database, the modules and the rules say of a
// word, or nothing.
func explainEverywhere(db *gnuism.DB, modules []headers.Module, name string) ([]string, error) {
	parts, err := explainNames(db, name)
	if err != nil {
		return nil, err
	}
	parts = append(parts, explainDifferences(modules, name)...)
	parts = append(parts, explainProvided(modules, name, strings.Join(parts, ""))...)
	for _, r := range all.Rules {
		if r.ID == name || slices.Contains(r.Words, name) && len(r.Particular) == 0 {
			parts = append(parts, explainRule(r))
		}
	}
	if slices.Contains(report.DatabaseRules(), name) {
		parts = append(parts, fmt.Sprintf("%s: rule of the name database\n  %s\n", name, report.Describe(name)))
	}
	if text, ok := explainModule(modules, name); ok {
		parts = append(parts, text)
	}
	return parts, nil
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
	fmt.Fprintf(&b, "<%s>: header\n%s", h.Name, whoHas(h))
	b.WriteString(shownNames(db, h))
	if h.In(gnuism.Newest()) {
		return b.String(), true
	}
	if remedy, ok := db.HeaderRemedy(h.Name); ok {
		b.WriteString("  remedy  " + remedyLine(remedy) + "\n" + change("#include <"+h.Name+">", remedy))
	}
	return b.String(), true
}

func describeName(db *gnuism.DB, n *gnuism.Name) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", n.Name, n.Kind)
	fmt.Fprintf(&b, "  glibc   <%s>", n.Home)
	b.WriteString(glibcSince(n.Version) + "\n")
	b.WriteString(presences(db, n) + kernelLine(db, n))
	remedy, ok := db.Remedy(n, gnuism.Newest())
	if p := n.At(gnuism.Newest()); p != nil && p.Plain() && n.InGlibc&^p.Modes != 0 {
		fmt.Fprintf(&b, "  hidden  by musl alone under %s\n", strings.Join((n.InGlibc&^p.Modes).Names(), ", "))
		if n.Home == p.Header {
			remedy = n.Show(gnuism.Newest())
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
		return fmt.Sprintf("\nBefore:\n\n    %s\n\nAfter, the same source with:\n\n%s", include, flagsOf(r.Module))
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
