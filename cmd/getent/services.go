package main

import (
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/databases"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// serviceOption is one -s option: the services of one database or of all.
type serviceOption struct {
	one      bool // for one database
	database string
	list     []nss.Service
	ok       bool // the list is well-formed
}

// parseServiceOption reads -s's argument. ok is false for an unknown database.
func parseServiceOption(text string) (so serviceOption, ok bool) {
	if name, rest, found := strings.Cut(text, ":"); found {
		if name != "" && !isDatabase(name) {
			return so, false
		}
		so.one = true
		so.database, text = name, rest
	}
	so.list, so.ok = nss.ParseLine(text)
	return so, true
}

// chosen returns what -s says about a database; the last well-formed one counts.
func (opt *options) chosen(database string) ([]nss.Service, bool) {
	for i := len(opt.services) - 1; i >= 0; i-- {
		so := &opt.services[i]
		if so.ok && (!so.one || so.database == database) {
			return so.list, true
		}
	}
	return nil, false
}

func isDatabase(name string) bool { return databases.Find(name) != nil }
