package gnuism

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
)

//go:embed tables/names.tsv
var namesTable string

//go:embed tables/headers.tsv
var headersTable string

//go:embed tables/sets.tsv
var setsTable string

//go:embed tables/clashes.tsv
var clashesTable string

//go:embed tables/disposition.tsv
var dispositionTable string

func load() (*DB, error) {
	db := &DB{byName: map[string]int{}, header: map[string]int{}}
	err := rows("headers.tsv", headersTable, 4, func(f []string) error {
		h := Header{Name: f[0], ID: len(db.Headers), Glibc: strings.Contains(f[3], "glibc"), Linux: strings.Contains(f[3], "linux"), Redirect: strings.Contains(f[3], "redirect")}
		var err1, err2 error
		h.Since, err1 = parseSince(f[1])
		h.Last, err2 = parseLast(f[2])
		db.header[h.Name] = h.ID
		db.Headers = append(db.Headers, h)
		return first(err1, err2)
	})
	if err != nil {
		return nil, err
	}
	sets, err := db.loadSets()
	if err != nil {
		return nil, err
	}
	err = rows("names.tsv", namesTable, 13, func(f []string) error {
		n := Name{Name: f[0], Kind: Kind(f[1]), Home: undash(f[2]), Where: undash(f[3]), Version: undash(f[7]),
			NoLink: strings.Contains(f[12], "nolink"), Call: strings.Contains(f[12], "call")}
		for i, set := range []*Set{&n.Glibc, &n.Musl, &n.Kernel} {
			id, err := strconv.Atoi(f[4+i])
			if err != nil || id < 0 || id >= len(sets) {
				return fmt.Errorf("no set %q", f[4+i])
			}
			*set = sets[id]
		}
		var errs [4]error
		n.Since, errs[0] = parseSince(f[8])
		n.Last, errs[1] = parseLast(f[9])
		n.InGlibc, errs[2] = parseModes(f[10])
		n.InMusl, errs[3] = parseModes(f[11])
		db.byName[n.Name] = len(db.Names)
		db.Names = append(db.Names, n)
		return first(errs[:]...)
	})
	if err != nil {
		return nil, err
	}
	db.tags = db.table(func(k Kind) bool { return k == Tag })
	db.members = db.table(func(k Kind) bool { return k == Member })
	db.idents = db.table(func(k Kind) bool { return k != Tag && k != Member })
	if err := db.loadClashes(); err != nil {
		return nil, err
	}
	if err := db.loadDispositions(); err != nil {
		return nil, err
	}
	modules, err := headers.Modules()
	if err != nil {
		return nil, err
	}
	db.shims, db.overlays = headers.Providers(modules), map[string][]int{}
	for _, m := range modules {
		for _, name := range m.Headers {
			if h, ok := db.Header(name); ok {
				db.overlays[m.Name] = append(db.overlays[m.Name], h.ID)
			}
		}
	}
	return db, nil
}

func (db *DB) loadClashes() error {
	return rows("clashes.tsv", clashesTable, 4, func(f []string) error {
		kernel, ok := db.Header(f[0])
		if !ok {
			return fmt.Errorf("no header %q", f[0])
		}
		c := Clash{Kernel: kernel.ID, Tag: f[1], KernelFirst: f[3] == "kernel-first", Libc: db.NewSet()}
		for _, name := range strings.Fields(f[2]) {
			h, ok := db.Header(name)
			if !ok {
				return fmt.Errorf("no header %q", name)
			}
			c.Libc.Add(h.ID)
		}
		db.Clashes = append(db.Clashes, c)
		return nil
	})
}

func (db *DB) loadSets() ([]Set, error) {
	sets := []Set{nil}
	err := rows("sets.tsv", setsTable, 2, func(f []string) error {
		s := db.NewSet()
		for _, name := range strings.Fields(f[1]) {
			h, ok := db.Header(name)
			if !ok {
				return fmt.Errorf("no header %q", name)
			}
			s.Add(h.ID)
		}
		sets = append(sets, s)
		return nil
	})
	return sets, err
}

// rows calls f with the n fields of every line of a table that is no comment.
func rows(table, text string, n int, f func([]string) error) error {
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != n {
			return fmt.Errorf("%s:%d: want %d fields, have %d", table, number, n, len(fields))
		}
		if err := f(fields); err != nil {
			return fmt.Errorf("%s:%d: %w", table, number, err)
		}
	}
	return nil
}

func undash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
