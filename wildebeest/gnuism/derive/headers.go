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
func headerRows(g, m, k *exposure, history map[string]presence, muslDir string) []tables.Header {
	all := map[string]bool{}
	for _, e := range []*exposure{g, m, k} {
		maps.Copy(all, e.headers)
	}
	var rows []tables.Header
	for _, name := range slices.Sorted(maps.Keys(all)) {
		had := history[headerKey(name)]
		h := tables.Header{Name: name, Since: had.since, Last: had.last}
		if g.headers[name] {
			h.Flags.Add(tables.InGlibc)
		}
		if k.headers[name] {
			h.Flags.Add(tables.InLinux)
		}
		if warnsOnly(filepath.Join(muslDir, name)) {
			h.Flags.Add(tables.Redirect)
		}
		rows = append(rows, h)
	}
	return rows
}

// headerKey is a header's name in musl-names.tsv.
func headerKey(name string) string { return "<" + name + ">" }

// warnsOnly reports whether musl has a header only to warn about its name.
func warnsOnly(file string) bool {
	text, err := os.ReadFile(file)
	return err == nil && bytes.Contains(text, []byte("#warning redirecting"))
}
