package ledger

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// A Change is a package that leans on other modules of libwildebeest than it did
// in the record before, or in its first one.
type Change struct {
	Time    time.Time `json:"time"`
	Name    string    `json:"name"`
	Version string    `json:"version"`
	Release int       `json:"release"`
	// Gained, Lost and Otherwise have the modules by name, and the testimonies
	// for each: declared, needed, used. Otherwise are modules for which other
	// testimonies speak than before.
	Gained    map[string]string `json:"gained,omitempty"`
	Lost      map[string]string `json:"lost,omitempty"`
	Otherwise map[string]string `json:"otherwise,omitempty"`
}

// History tells which of the named packages gained or lost which modules, and
// at which version, oldest first. Probes are no part of it.
func (l *Ledger) History(names []string) []Change {
	history := []Change{}
	before := make(map[string]map[string]string)
	for _, r := range l.records {
		if r.Without || !slices.Contains(names, r.Name) {
			continue
		}
		now := r.testimonies()
		change := Change{
			Time: r.Time, Name: r.Name, Version: r.Version, Release: r.Release,
			Gained: make(map[string]string), Lost: make(map[string]string), Otherwise: make(map[string]string),
		}
		for module, testimony := range now {
			if was, ok := before[r.Name][module]; !ok {
				change.Gained[module] = testimony
			} else if was != testimony {
				change.Otherwise[module] = was + " → " + testimony
			}
		}
		for module, testimony := range before[r.Name] {
			if now[module] == "" {
				change.Lost[module] = testimony
			}
		}
		before[r.Name] = now
		if len(change.Gained)+len(change.Lost)+len(change.Otherwise) > 0 {
			history = append(history, change)
		}
	}
	return history
}

// testimonies are the modules of a record, and what speaks for each.
func (r Record) testimonies() map[string]string {
	found := make(map[string]string)
	for _, one := range []struct {
		name    string
		modules []string
	}{{"declared", r.Declared}, {"needed", r.Needed()}, {"used", r.Used()}} {
		for _, module := range one.modules {
			if module == "" {
				module = "all of libwildebeest"
			}
			found[module] = strings.TrimPrefix(found[module]+", "+one.name, ", ")
		}
	}
	return found
}

// String is the change as a line of the report.
func (c Change) String() string {
	var parts []string
	for _, one := range []struct {
		verb    string
		modules map[string]string
	}{{"gained", c.Gained}, {"lost", c.Lost}, {"otherwise", c.Otherwise}} {
		for _, module := range slices.Sorted(maps.Keys(one.modules)) {
			parts = append(parts, fmt.Sprintf("%s %s (%s)", one.verb, module, one.modules[module]))
		}
	}
	return fmt.Sprintf("%s  %s %s-%d  %s", c.Time.Format(time.DateOnly), c.Name, c.Version, c.Release, strings.Join(parts, ", "))
}
