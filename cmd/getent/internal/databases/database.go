// Package databases has the databases that getent knows: how a key is looked up
// in each, and how its entries are printed.
package databases

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/hosts"
	"github.com/serpent-os/wildebeest/cmd/internal/accounts"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

//go:generate go run ../../../../internal/valuelist -type table,database -list all -of Database -o list.go

// System is where entries are looked up.
type System struct {
	accounts.Accounts
	hosts.Finder
}

// Database is one of the databases that getent knows. Each is a variable in a
// file, which go generate puts into the list of all.
type Database interface {
	Name() string
	// List prints all entries; false: the database can't be enumerated.
	List(s *System, p *Printer) bool
	// Lookup prints the entries of keys, of which there is one at least, and tells
	// whether all were found.
	Lookup(s *System, p *Printer, keys []string) bool
}

// Find returns the database of a name, nil if there is none.
func Find(name string) Database {
	for _, db := range all {
		if db.Name() == name {
			return db
		}
	}
	return nil
}

// A database is one that isn't just a table.
type database struct {
	name   string
	list   func(s *System, p *Printer) // nil: it can't be enumerated
	lookup func(s *System, p *Printer, keys []string) bool
}

func (d *database) Name() string { return d.name }

func (d *database) List(s *System, p *Printer) bool {
	if d.list == nil {
		return false
	}
	d.list(s, p)
	return true
}

func (d *database) Lookup(s *System, p *Printer, keys []string) bool { return d.lookup(s, p, keys) }

// A table is a database in which one query finds one entry or all.
type table[E any] struct {
	name  string
	keyed bool // it can't be enumerated
	query func(key string) entry.Query
	find  func(s *System, q entry.Query, yield func(*E) bool) nss.Status
	print func(p *Printer, e *E)
}

func (t *table[E]) Name() string { return t.name }

func (t *table[E]) List(s *System, p *Printer) bool {
	if t.keyed {
		return false
	}
	t.find(s, entry.Query{}, t.printing(p))
	return true
}

func (t *table[E]) Lookup(s *System, p *Printer, keys []string) bool {
	return each(keys, func(key string) bool {
		return t.find(s, t.query(key), t.printing(p)) == nss.Success
	})
}

func (t *table[E]) printing(p *Printer) func(*E) bool {
	return func(e *E) bool {
		t.print(p, e)
		return true
	}
}

// each looks up every key and tells whether all were found.
func each(keys []string, lookup func(key string) bool) bool {
	all := true
	for _, key := range keys {
		all = lookup(key) && all
	}
	return all
}
