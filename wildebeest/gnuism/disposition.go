package gnuism

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

//go:embed tables/disposition.tsv
var dispositionTable string

// Remedy is what to do about a finding.
type Remedy struct {
	Kind   string `json:"kind"`             // one of the constants below
	Module string `json:"module,omitempty"` // of libwildebeest, for Shim
	Header string `json:"header,omitempty"` // for Include
	Text   string `json:"text,omitempty"`   // what to write, or the reason
}

// The kinds of remedies.
const (
	Shim        = "shim"        // a module of libwildebeest provides it, as its module.yaml says
	Include     = "include"     // musl has it, in another header
	Alternative = "alternative" // a portable spelling does the same
	Config      = "config"      // a feature macro brings it
	None        = "none"        // nothing stands in; Text says why
)

// tableKinds are those that disposition.tsv decides.
var tableKinds = []string{Include, Alternative, Config, None}

// disposal is one row of disposition.tsv: shell patterns, and the answer.
type disposal struct {
	kind, home, name string
	remedy           Remedy
}

func (db *DB) loadDispositions() error {
	return tsv.Parse("disposition.tsv", dispositionTable, 6, func(f []string) error {
		d := disposal{kind: f[0], home: f[1], name: f[2], remedy: Remedy{Kind: f[3], Text: strings.TrimPrefix(f[5], "-")}}
		if !slices.Contains(tableKinds, d.remedy.Kind) || d.remedy.Kind == None && d.remedy.Text == "" {
			return fmt.Errorf("want one of %v, and a reason with none", tableKinds)
		}
		for _, pattern := range f[:3] {
			if _, err := path.Match(pattern, ""); err != nil {
				return fmt.Errorf("pattern %q: %w", pattern, err)
			}
		}
		if d.remedy.Kind == Include {
			d.remedy.Header = f[4]
		}
		db.rules = append(db.rules, d)
		return nil
	})
}

// Remedy returns what to do about a name at release r, and false where no row
// of disposition.tsv covers it (a test sees to it that none is left).
// What libwildebeest provides comes first, unless musl has it elsewhere as a type
// that no feature macro hides, or no header of the module brings it here; then what musl has; then the table. No row
// of the table promises a module: what the modules' own lists say they provide is.
func (db *DB) Remedy(n *Name, r Release) (Remedy, bool) {
	if module, ok := db.provider(n, r); ok {
		return Remedy{Kind: Shim, Module: module}, true
	}
	if n.Usable(r) {
		where := n.At(r).Header
		return Remedy{Kind: Include, Header: where, Text: "#include <" + where + ">"}, true
	}
	declared := n.Declared()
	if remedy, ok := db.dispose(n.Kind, n.Home, n.Name); ok || declared == 0 {
		return remedy, ok
	}
	if r < declared.First() {
		return Remedy{Kind: None, Text: "in musl only since " + declared.First().String()}, true
	}
	return Remedy{Kind: None, Text: "in musl only until " + declared.Last().String()}, true
}

// provider returns the module that provides a name. A module lists "statx", not
// "struct statx", and no members: whoever provides a struct provides them.
func (db *DB) provider(n *Name, r Release) (string, bool) {
	module, ok := db.shims[n.Name]
	if !ok {
		parent, _, _ := strings.Cut(n.Name, ".")
		module, ok = db.shims[Plain(parent)]
	}
	if ok && n.Usable(r) && (n.At(r).shownType(n.Kind) || !db.brings(module, n, r)) {
		return "", false
	}
	return module, ok
}

// shownType reports whether the header alone gives a type, under no feature macro.
func (p *Presence) shownType(k Kind) bool {
	return (k == Type || k == Tag) && p.Modes&ModePlain != 0
}

// brings reports whether the module lays itself over a header that shows the
// name in glibc and not in musl's release r.
func (db *DB) brings(module string, n *Name, r Release) bool {
	for _, id := range db.overlays[module] {
		if n.Glibc.Has(id) && !n.At(r).Set.Has(id) {
			return true
		}
	}
	return false
}

// HeaderRemedy returns what to do about an #include of a header that musl has
// not, and false where no row covers it.
func (db *DB) HeaderRemedy(name string) (Remedy, bool) {
	if module, ok := db.shims[name]; ok {
		return Remedy{Kind: Shim, Module: module}, true
	}
	return db.dispose(HeaderKind, name, name)
}

// Elsewhere reports whether musl has what is in a header that it lacks in
// another one.
func (db *DB) Elsewhere(header string) bool {
	remedy, ok := db.dispose(HeaderKind, header, header)
	return ok && remedy.Kind == Include
}

func (db *DB) dispose(kind Kind, home, name string) (Remedy, bool) {
	for i := range db.rules {
		d := &db.rules[i]
		if match(d.kind, string(kind)) && match(d.home, home) && match(d.name, name) {
			return d.remedy, true
		}
	}
	return Remedy{}, false
}

// match is path.Match with "/" an ordinary character.
func match(pattern, s string) bool {
	if pattern == "*" {
		return true
	}
	ok, _ := path.Match(pattern, s)
	return ok
}
