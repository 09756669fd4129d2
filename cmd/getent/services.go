package main

import (
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/databases"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/sources"
	"github.com/serpent-os/wildebeest/cmd/internal/accounts"
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

// askable tells why a service that -s names can't be asked; nil: it can. other says that
// another system than the running one is asked.
func askable(service string, other bool) error {
	var names []string
	for _, services := range []iter.Seq2[string, bool]{accounts.Services, sources.Services} {
		for name, running := range services {
			switch {
			case name != service:
			case running && other:
				return errors.New("ask " + service + ": it knows the running system only, not one below --root: leave it out of -s")
			default:
				return nil
			}
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return errors.New("ask " + service + ": getent has no such service: name one of " + strings.Join(slices.Compact(names), ", ") + " with -s")
}

func isDatabase(name string) bool { return databases.Find(name) != nil }
