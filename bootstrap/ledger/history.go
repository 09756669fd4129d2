package ledger

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// A Change is a package that depends on other modules of libwildebeest than in the
// record before, or in its first record.
type Change struct {
	Time    time.Time `json:"time"`    // of the record
	Name    string    `json:"name"`    // of the package
	Version string    `json:"version"` // of its upstream
	Release int       `json:"release"` // of its recipe
	// Gained, Lost and Otherwise have the modules by name, and the evidence for
	// each: declared, needed, used. Otherwise are modules with other evidence than
	// before.
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
		now := r.evidence()
		change := Change{
			Time: r.Time, Name: r.Name, Version: r.Version, Release: r.Release,
			Gained: make(map[string]string), Lost: make(map[string]string), Otherwise: make(map[string]string),
		}
		for module, how := range now {
			if was, ok := before[r.Name][module]; !ok {
				change.Gained[module] = how
			} else if was != how {
				change.Otherwise[module] = was + " → " + how
			}
		}
		for module, how := range before[r.Name] {
			if now[module] == "" {
				change.Lost[module] = how
			}
		}
		before[r.Name] = now
		if len(change.Gained)+len(change.Lost)+len(change.Otherwise) > 0 {
			history = append(history, change)
		}
	}
	return history
}

// evidence is the modules of a record, and what shows that it depends on each.
func (r Record) evidence() map[string]string {
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
