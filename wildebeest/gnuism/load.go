package gnuism

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// expectedNames is about the number of rows of names.tsv, so that the slice and the
// map of names need not grow.
const expectedNames = 10000

func load() (*DB, error) {
	db := &DB{Names: make([]Name, 0, expectedNames), byName: make(map[string]int, expectedNames), header: map[string]int{}}
	for _, table := range []func() error{db.loadHeaders, db.loadNames, db.loadClashes, db.loadDispositions} {
		if err := table(); err != nil {
			return nil, err
		}
	}
	db.tags = db.table(func(k Kind) bool { return k == Tag })
	db.members = db.table(func(k Kind) bool { return k == Member })
	db.idents = db.table(func(k Kind) bool { return k != Tag && k != Member })
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

func (db *DB) loadHeaders() error {
	return tables.Headers.Load(func(row *tables.Header) error {
		h := Header{Name: row.Name, ID: len(db.Headers), Glibc: row.Flags.Has(tables.InGlibc), Linux: row.Flags.Has(tables.InLinux), Redirect: row.Flags.Has(tables.Redirect)}
		var err error
		h.Since, h.Last, err = parseSpan(row.Since, row.Last)
		db.header[h.Name] = h.ID
		db.Headers = append(db.Headers, h)
		return err
	})
}

// sets are the rows of sets.tsv by owner and name.
type sets map[string]map[string]Set

func (db *DB) loadSets() (sets, error) {
	all := sets{tables.Glibc: {"": nil}, tables.Musl: {"": nil}, tables.Kernel: {"": nil}}
	return all, tables.Sets.Load(func(row *tables.Set) error {
		set, err := db.parseSet(row.Headers)
		if all[row.Owner] == nil {
			return fmt.Errorf("no owner %q", row.Owner)
		}
		all[row.Owner][row.Name] = set
		return err
	})
}

func (db *DB) parseSet(list string) (Set, error) {
	set := db.NewSet()
	for name := range strings.SplitSeq(list, " ") {
		id, ok := db.header[name]
		if !ok {
			return nil, fmt.Errorf("no header %q", name)
		}
		set.Add(id)
	}
	return set, nil
}

func (db *DB) loadNames() error {
	all, err := db.loadSets()
	if err != nil {
		return err
	}
	return tables.Names.Load(func(row *tables.Name) error {
		n := Name{Name: row.Name, Kind: Kind(row.Kind), Home: row.Home, Where: row.Where, Version: row.Version,
			NoLink: row.Flags.Has(tables.NoLink), Call: row.Flags.Has(tables.Call)}
		var known [3]bool
		n.Glibc, known[0] = all[tables.Glibc][row.Glibc]
		n.Musl, known[1] = all[tables.Musl][row.Musl]
		n.Kernel, known[2] = all[tables.Kernel][row.Kernel]
		if known != [3]bool{true, true, true} {
			return fmt.Errorf("sets.tsv lacks a set of %q, %q and %q", row.Glibc, row.Musl, row.Kernel)
		}
		var errs [3]error
		n.Since, n.Last, errs[0] = parseSpan(row.Since, row.Last)
		n.InGlibc, errs[1] = parseModes(row.InGlibc)
		n.InMusl, errs[2] = parseModes(row.InMusl)
		db.byName[n.Name] = len(db.Names)
		db.Names = append(db.Names, n)
		return cmp.Or(errs[:]...)
	})
}

func (db *DB) loadClashes() error {
	return tables.Clashes.Load(func(row *tables.Clash) error {
		kernel, ok := db.Header(row.Kernel)
		if !ok {
			return fmt.Errorf("no header %q", row.Kernel)
		}
		libc, err := db.parseSet(row.Libc)
		db.Clashes = append(db.Clashes, Clash{Kernel: kernel.ID, Tag: row.Tag, KernelFirst: row.Order == tables.KernelFirst, Libc: libc})
		return err
	})
}
