package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/headers"
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

// kernelLine says which kernel header gives a name, that of the same name as glibc's
// if there is one, and since when.
func kernelLine(db *gnuism.DB, n *gnuism.Name) string {
	header := ""
	for i := range db.Headers {
		h := &db.Headers[i]
		if n.Kernel.Has(h.ID) && (header == "" || path.Base(h.Name) == path.Base(n.Home)) {
			header = h.Name
		}
	}
	switch {
	case header == "":
		return ""
	case n.Linux > 0:
		return fmt.Sprintf("  kernel  <%s>, since Linux %s of those read\n", header, n.Linux)
	}
	return fmt.Sprintf("  kernel  <%s>\n", header)
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

// explainNames explains a name, a header, and members and tags by their plain form;
// and what releases of the libraries do otherwise with it.
func explainNames(db *gnuism.DB, name string) ([]string, error) {
	var parts []string
	if text, ok := explainName(db, name); ok {
		parts = append(parts, text)
	} else {
		for i := range db.Names {
			if n := &db.Names[i]; gnuism.Plain(n.Name) == name {
				parts = append(parts, describeName(db, n))
			}
		}
	}
	changed, err := behaviours(name)
	if err == nil && changed != "" {
		parts = append(parts, name+": changed behaviour\n"+changed)
	}
	return parts, err
}

// explainDifferences says what musl's function of a name does otherwise than glibc's,
// and which module replaces it.
func explainDifferences(modules []headers.Module, name string) []string {
	var parts []string
	for _, m := range modules {
		for _, d := range m.Differs {
			if !slices.Contains(d.Names, name) {
				continue
			}
			until := ""
			if d.Until != "" {
				until = ", until " + d.Until
			}
			text := fmt.Sprintf("%s: replaced by module %s\n", name, m.Name)
			for i, line := range frame.Wrap("musl "+d.Musl+until, 68) {
				text += []string{"  differs ", "          "}[min(i, 1)] + line + "\n"
			}
			if d.Quiet {
				text += "  scan    is silent: no call shows whether that matters\n"
			}
			text += "  remedy  module " + m.Name + " of libwildebeest\n"
			if !slices.Contains(parts, text) { // the same in other calls
				parts = append(parts, text)
			}
		}
	}
	return parts
}

// whoHas says which libraries and kernels have a header, and since when.
func whoHas(h *gnuism.Header) string {
	var b strings.Builder
	if h.Glibc {
		b.WriteString("  glibc   has it" + since(h.GlibcSince) + "\n")
	}
	if h.Linux {
		kernel := ""
		if h.LinuxSince > 0 {
			kernel = h.LinuxSince.String()
		}
		b.WriteString("  kernel  has it" + since(kernel) + "\n")
	}
	switch {
	case h.Since == gnuism.Never:
		b.WriteString("  musl    has it not\n")
	default:
		b.WriteString("  musl    has it" + span(h.Since, h.Last) + "\n")
	}
	return b.String()
}

func since(release string) string {
	if release == "" {
		return ""
	}
	return ", since " + release + " of the releases read"
}

// maxShown bounds the names of a header that are listed; the others are counted.
const maxShown = 20

// shownNames lists the names whose plainest header in glibc this is, and that the
// newest musl shows nowhere.
func shownNames(db *gnuism.DB, h *gnuism.Header) string {
	var names []string
	for i := range db.Names {
		if n := &db.Names[i]; n.Home == h.Name && n.Kind != gnuism.Member && n.At(gnuism.Newest()) == nil {
			names = append(names, n.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	more := ""
	if len(names) > maxShown {
		more = fmt.Sprintf(" and %d more", len(names)-maxShown)
		names = names[:maxShown]
	}
	return "  lacking " + strings.Join(frame.Wrap(strings.Join(names, ", ")+more, 68), "\n          ") + "\n"
}
