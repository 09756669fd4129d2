package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// headerRows lists the headers of glibc, of musl and of the kernel. muslDir has the
// headers of the newest release.
func headerRows(g *glibc, w *releases, k *kernel, muslDir string) []tables.Header {
	all := map[string]bool{}
	for _, e := range []*exposure{g.all, w.all, k.all} {
		maps.Copy(all, e.headers)
	}
	var rows []tables.Header
	for _, name := range slices.Sorted(maps.Keys(all)) {
		shown := func(e *exposure) bool { return e.headers[name] }
		h := tables.Header{Name: name, Linux: k.since(shown)}
		h.Since, h.Last = w.bounds(headerKey(name))
		if at := slices.IndexFunc(g.shows, shown); at > 0 {
			h.Glibc = g.releases[at].Version
		}
		if g.all.headers[name] {
			h.Flags.Add(tables.InGlibc)
		}
		if k.all.headers[name] {
			h.Flags.Add(tables.InLinux)
		}
		if warnsOnly(filepath.Join(muslDir, name)) {
			h.Flags.Add(tables.Redirect)
		}
		rows = append(rows, h)
	}
	return rows
}

// bounds are the first and the last release that declare a name: "" is none, and for
// the last that it stays.
func (c *columns) bounds(name string) (since, last string) {
	h := c.names[name]
	if h == nil || h.declared.First() < 0 {
		return "", ""
	}
	if at := h.declared.Last(); at < len(c.versions)-1 {
		last = c.versions[at]
	}
	return c.versions[h.declared.First()], last
}

// headerKey is a header's name in musl-names.tsv.
func headerKey(name string) string { return "<" + name + ">" }

// warnsOnly reports whether musl has a header only to warn about its name.
func warnsOnly(file string) bool {
	text, err := os.ReadFile(file)
	return err == nil && bytes.Contains(text, []byte("#warning redirecting"))
}
