package replaced_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
)

// redirected are the functions that an overlay header gives another symbol, or one of two.
var redirected = regexp.MustCompile(`(?:__asm__\("wildebeest_|__WILDEBEEST_ISOC23\(")([A-Za-z0-9_]+)"\)`)

// TestNothingIsInvisible: of every function that musl has and a module replaces, the
// module says what differs, or a rule of its own does; and a scan tells of every
// module that does so in some call, unless no call can show it.
func TestNothingIsInvisible(t *testing.T) {
	db, err := gnuism.Load()
	if err != nil {
		t.Fatal(err)
	}
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, m := range modules {
		for _, name := range replaces(t, db, m) {
			checked++
			byModule := slices.ContainsFunc(m.Differs, func(d headers.Difference) bool {
				return slices.Contains(d.Names, name) || slices.Contains(d.Names, "__"+name)
			})
			byRule := slices.ContainsFunc(all.Rules, func(r *rules.Rule) bool {
				return r.Remedy.Module == m.Name && slices.Contains(r.Words, name)
			})
			if !byModule && !byRule {
				t.Errorf("%s replaces musl's %s, and neither module.yaml nor a rule says what differs", m.Name, name)
			}
		}
		for _, d := range m.Differs {
			if d.Musl == "" || len(d.Names) == 0 || !whole(d.Condition) || !whole(d.And) {
				t.Errorf("%s: %v: want names, what musl does, and one of matches and unlike with an argument", m.Name, d.Names)
			}
			if d.Until != "" {
				if _, err := gnuism.ParseTarget(d.Until); err != nil {
					t.Errorf("%s: %v", m.Name, err)
				}
			}
		}
	}
	if checked < 50 {
		t.Errorf("%d functions are replaced: the overlay headers are not read", checked)
	}
}

// whole reports whether a condition says one thing of one argument, or nothing of none.
func whole(c headers.Condition) bool {
	return c.Argument > 0 == ((c.Matches.Regexp == nil) != (c.Unlike.Regexp == nil))
}

// replaces lists the functions of musl that a module's headers redirect.
func replaces(t *testing.T, db *gnuism.DB, m headers.Module) []string {
	var names []string
	for _, file := range m.Headers {
		text, err := fs.ReadFile(headers.Files(), m.Name+"/include/"+file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range redirected.FindAllStringSubmatch(string(text), -1) {
			n, ok := db.Lookup(match[1])
			if (!ok || n.Usable(gnuism.Newest())) && !strings.HasPrefix(match[1], "_") {
				names = append(names, match[1])
			}
		}
	}
	return names
}
