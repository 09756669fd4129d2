package gnuism

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

// expectedNames and expectedPresences are somewhat more than the rows of names.tsv and
// presence.tsv, so that the slices and the map of names need not grow: a copy costs a
// third of the loading.
const expectedNames, expectedPresences = 12000, 5000

func load() (*DB, error) {
	db := &DB{Names: make([]Name, 0, expectedNames), byName: make(map[string]int, expectedNames), header: map[string]int{}}
	for _, table := range []func() error{db.loadHeaders, db.loadNames, db.loadClashes, db.loadDispositions} {
		if err := table(); err != nil {
			return nil, err
		}
	}
	db.hiding = map[string]bool{}
	for i := range db.Names {
		if n := &db.Names[i]; n.Kind == Member && n.InGlibc != 0 {
			parent, _, _ := strings.Cut(n.Name, ".")
			if tag, ok := strings.CutPrefix(parent, "struct "); ok {
				db.hiding[tag] = true
			}
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
		h := Header{Name: row.Name, ID: len(db.Headers), Glibc: row.Flags.Has(tables.InGlibc), Linux: row.Flags.Has(tables.InLinux), Redirect: row.Flags.Has(tables.Redirect), GlibcSince: row.Glibc}
		var err, kernelErr error
		h.Since, h.Last, err = parseSpan(row.Since, row.Last)
		h.LinuxSince, kernelErr = kernelSince(row.Linux)
		db.header[h.Name] = h.ID
		db.Headers = append(db.Headers, h)
		return cmp.Or(err, kernelErr)
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

// find returns a set by its owner and its name; the set without a name is empty.
func (s sets) find(owner, name string) (Set, error) {
	set, ok := s[owner][name]
	if !ok {
		return nil, fmt.Errorf("sets.tsv has no set %q of %s", name, owner)
	}
	return set, nil
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
	err = tables.Names.Load(func(row *tables.Name) error {
		n := Name{Name: row.Name, Kind: Kind(row.Kind), Home: row.Home, Version: row.Version, Call: row.Flags.Has(tables.Call)}
		var errs [4]error
		n.Linux, errs[3] = kernelSince(row.Linux)
		n.Glibc, errs[0] = all.find(tables.Glibc, row.Glibc)
		n.Kernel, errs[1] = all.find(tables.Kernel, row.Kernel)
		n.InGlibc, errs[2] = ParseModes(row.InGlibc)
		db.byName[n.Name] = len(db.Names)
		db.Names = append(db.Names, n)
		return cmp.Or(errs[:]...)
	})
	return cmp.Or(err, db.loadPresences(all))
}

// loadPresences puts into each name where musl shows it. The rows of a name follow
// each other.
func (db *DB) loadPresences(all sets) error {
	spans := map[string]Releases{}
	list := make([]Presence, 0, expectedPresences)
	var owner *Name
	first := 0
	flush := func() {
		if owner != nil {
			owner.Musl = list[first:len(list):len(list)]
		}
		first = len(list)
	}
	err := tables.Presences.Load(func(row *tables.Presence) error {
		n, ok := db.Lookup(row.Name)
		if !ok {
			return fmt.Errorf("names.tsv has no %q", row.Name)
		}
		if n != owner {
			flush()
			owner = n
		}
		var errs [3]error
		p := Presence{Header: row.Header, NoLink: row.Flags.Has(tables.NoLink), Borrowed: row.Flags.Has(tables.Borrowed)}
		p.In, errs[0] = parseReleases(row.Releases, spans)
		p.Set, errs[1] = all.find(tables.Musl, row.Set)
		p.Modes, errs[2] = ParseModes(row.Modes)
		list = append(list, p)
		return cmp.Or(errs[:]...)
	})
	flush()
	return err
}

func (db *DB) loadClashes() error {
	spans := map[string]Releases{}
	return tables.Clashes.Load(func(row *tables.Clash) error {
		kernel, ok := db.Header(row.Kernel)
		if !ok {
			return fmt.Errorf("no header %q", row.Kernel)
		}
		libc, err := db.parseSet(row.Libc)
		in, inErr := parseReleases(row.Releases, spans)
		db.Clashes = append(db.Clashes, Clash{Kernel: kernel.ID, Tag: row.Tag, KernelFirst: row.Order == tables.KernelFirst, Libc: libc, In: in})
		return cmp.Or(err, inErr)
	})
}
