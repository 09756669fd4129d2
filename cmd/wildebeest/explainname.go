package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// glibcSince says which release of glibc brought a name: one, or one of several.
func glibcSince(version string) string {
	from, to, several := strings.Cut(version, "..")
	switch {
	case version == "":
		return ""
	case several:
		return fmt.Sprintf(", since one of %s to %s", from, to)
	}
	return ", since " + version
}

// presences says which releases of musl show a name, where and how, a line for each
// way.
func presences(db *gnuism.DB, n *gnuism.Name) string {
	if len(n.Musl) == 0 {
		return "  musl    nowhere\n"
	}
	var b strings.Builder
	var before *gnuism.Presence
	for i := range n.Musl {
		p := &n.Musl[i]
		text := "<" + p.Header + ">"
		switch {
		case p.NoLink:
			text = "declared in <" + p.Header + ">, defined nowhere"
		case !p.Plain():
			text += " under _LARGEFILE64_SOURCE alone"
		}
		text += bounds(p.In)
		if before != nil {
			text += headersChange(db, n, before, p)
		}
		fmt.Fprintf(&b, "  musl    %s\n", text)
		before = p
	}
	return b.String()
}

// bounds says from which release to which a set goes: nothing where all have it.
func bounds(in gnuism.Releases) string { return span(in.First(), in.Last()) }

// headersChange names the headers that show a name in glibc, and in musl came or went.
func headersChange(db *gnuism.DB, n *gnuism.Name, before, after *gnuism.Presence) string {
	var parts []string
	for i := range db.Headers {
		h := &db.Headers[i]
		had, has := before.Set.Has(h.ID), after.Set.Has(h.ID)
		switch {
		case !n.Glibc.Has(h.ID) || had == has:
		case has:
			parts = append(parts, "now in <"+h.Name+">")
		default:
			parts = append(parts, "no longer in <"+h.Name+">")
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "; " + strings.Join(parts, ", ")
}

// kernelLine says which kernel header gives a name, and since when.
func kernelLine(db *gnuism.DB, n *gnuism.Name) string {
	for i := range db.Headers {
		if h := &db.Headers[i]; n.Kernel.Has(h.ID) {
			since := ""
			if n.Linux > 0 {
				since = fmt.Sprintf(", since Linux %s of those read", n.Linux)
			}
			return fmt.Sprintf("  kernel  <%s>%s\n", h.Name, since)
		}
	}
	return ""
}

// behaviours lists what releases of the libraries do otherwise with a name.
func behaviours(name string) (string, error) {
	var b strings.Builder
	err := tables.Behaviours.Load(func(row *tables.Behaviour) error {
		if slices.Contains(strings.Split(row.Names, ", "), name) {
			fmt.Fprintf(&b, "  %s-%s  %s; before: %s (%s)\n", row.Owner, row.Release, row.Since, row.Before, row.Source)
		}
		return nil
	})
	return b.String(), err
}
