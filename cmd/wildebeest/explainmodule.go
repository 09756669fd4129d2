package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
)

// explainModule says what a module of libwildebeest provides and how a package
// uses it.
func explainModule(modules []headers.Module, name string) (string, bool) {
	i := slices.IndexFunc(modules, func(m headers.Module) bool { return m.Name == name })
	if i < 0 {
		return "", false
	}
	m := modules[i]
	code := fmt.Sprintf("%d files", len(m.Sources))
	if m.MacroOnly() {
		code = "none: macros and declarations only"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: module of libwildebeest\n  %s\n", m.Name, m.Summary)
	for _, row := range []struct{ label, text string }{
		{"code", code},
		{"headers", strings.Join(m.Headers, ", ")},
		{"requires", strings.Join(m.Requires, ", ")},
		{"names", strings.Join(m.Provides, ", ")},
	} {
		if row.text != "" {
			fmt.Fprintf(&b, "  %-8s  %s\n", row.label, strings.Join(frame.Wrap(row.text, 68), "\n            "))
		}
	}
	b.WriteString("\nCompile and link with:\n\n" + flagsOf(m.Name))
	return b.String(), true
}

// explainProvided names the module that provides a name, unless what was said of the
// name before has it as the remedy: the database shows no name that glibc gives only
// on request, as re_comp, or not at all, as RB_INSERT, and it has no remedy for one
// that the newest musl has, as STATX_ALL.
func explainProvided(modules []headers.Module, name, said string) []string {
	i := slices.IndexFunc(modules, func(m headers.Module) bool { return slices.Contains(m.Provides, name) })
	if i < 0 {
		return nil
	}
	m := modules[i]
	line := remedyLine(gnuism.Remedy{Kind: gnuism.Shim, Module: m.Name})
	if strings.Contains(said, "remedy  "+line) {
		return nil
	}
	return []string{fmt.Sprintf("%s: provided by %s\n  %s\n\nCompile and link with:\n\n%s", name, line, m.Summary, flagsOf(m.Name))}
}

// flagsOf are the lines of a Makefile that uses a module.
func flagsOf(module string) string {
	return fmt.Sprintf("    CPPFLAGS += $(shell pkg-config --cflags libwildebeest-%s)\n    LDLIBS += $(shell pkg-config --libs libwildebeest-%s)\n", module, module)
}

// explained lists what explain knows: rules, modules and what these provide first,
// then other names and headers.
func explained(db *gnuism.DB, modules []headers.Module) []string {
	known := report.DatabaseRules()
	for _, r := range all.Rules {
		known = append(known, r.ID)
	}
	for _, m := range modules {
		known = append(known, m.Name)
		known = append(known, m.Provides...)
	}
	for i := range db.Names {
		known = append(known, db.Names[i].Name)
	}
	for i := range db.Headers {
		known = append(known, db.Headers[i].Name)
	}
	return known
}
