package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// The kinds of musl-names.tsv that are no kinds of names.
const (
	headerKind = "header"
	symbolKind = "symbol" // exported, and declared nowhere
)

// A nameHistory is what the releases know of one name.
type nameHistory struct {
	kind, header       string
	declared, exported tables.Span
}

// columns has a column of names for each release.
type columns struct {
	versions []string // of all releases, the oldest first
	names    map[string]*nameHistory
}

func newColumns() *columns {
	c := &columns{names: map[string]*nameHistory{}}
	for _, r := range musl.Releases() {
		c.versions = append(c.versions, r.Version)
	}
	return c
}

func (c *columns) at(name string) *nameHistory {
	h := c.names[name]
	if h == nil {
		h = &nameHistory{declared: make(tables.Span, len(c.versions)), exported: make(tables.Span, len(c.versions))}
		c.names[name] = h
	}
	return h
}

// keep takes the columns of the releases that can't be read from the table that
// stands in a directory.
func (c *columns) keep(dir string) error {
	had, err := tables.Releases.ReadFile(dir)
	if err != nil {
		return err
	}
	var old []string
	for _, row := range had {
		old = append(old, row.Version)
	}
	from := map[int]int{} // place in versions → place in old
	for i, r := range musl.Releases() {
		if r.SHA256 != "" {
			continue
		}
		at := slices.Index(old, r.Version)
		if at < 0 {
			return fmt.Errorf("keep the names of %s: the table has none: give the release a sha256 in musl/releases.tsv", r)
		}
		from[i] = at
	}
	rows, err := tables.MuslNames.ReadFile(dir)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := c.keepRow(row, old, from); err != nil {
			return fmt.Errorf("%s: %w", row.Name, err)
		}
	}
	return nil
}

func (c *columns) keepRow(row tables.MuslName, old []string, from map[int]int) error {
	declared, err := tables.ParseSpan(row.Declared, old)
	if err != nil {
		return err
	}
	exported, err := tables.ParseSpan(row.Exported, old)
	if err != nil {
		return err
	}
	for to, at := range from {
		if declared[at] || exported[at] {
			h := c.at(row.Name)
			h.kind, h.header = row.Kind, row.Header
			h.declared[to], h.exported[to] = declared[at], exported[at]
		}
	}
	return nil
}

// add puts in the column of a release that was read. The newest comes last: it
// decides about kinds and headers.
func (c *columns) add(r installed) {
	at := slices.Index(c.versions, r.Version)
	for name, headers := range r.shows.gnu {
		if r.shows.modes[name]&gnuism.ModeGNU == 0 {
			continue
		}
		h := c.at(name)
		h.kind, h.header, h.declared[at] = r.shows.kind[name], plainest(r.shows, headers), true
	}
	for header := range r.shows.headers {
		h := c.at(headerKey(header))
		h.kind, h.header, h.declared[at] = headerKind, "", true
	}
	for name := range r.exports {
		h := c.at(name)
		h.exported[at] = true
		if h.declared.First() < 0 {
			h.kind = symbolKind
		}
	}
}

func (c *columns) rows() []tables.MuslName {
	var rows []tables.MuslName
	for _, name := range slices.Sorted(maps.Keys(c.names)) {
		h := c.names[name]
		rows = append(rows, tables.MuslName{Name: name, Kind: h.kind, Header: h.header,
			Declared: h.declared.Text(c.versions), Exported: h.exported.Text(c.versions)})
	}
	return rows
}

// exportsBefore reads from the table that stands in a directory which symbols the
// releases' libraries export, by the sha256 of the sources that were read for it.
func exportsBefore(dir string) (map[string]map[string]bool, error) {
	had, err := tables.Releases.ReadFile(dir)
	if err != nil {
		return nil, err
	}
	var versions []string
	exported := map[string]map[string]bool{}
	for _, row := range had {
		versions = append(versions, row.Version)
		if row.SHA256 != "" {
			exported[row.SHA256] = map[string]bool{}
		}
	}
	rows, err := tables.MuslNames.ReadFile(dir)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		span, err := tables.ParseSpan(row.Exported, versions)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", row.Name, err)
		}
		for i, in := range span {
			if in && had[i].SHA256 != "" {
				exported[had[i].SHA256][row.Name] = true
			}
		}
	}
	return exported, nil
}
