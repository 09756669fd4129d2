package headers

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

//go:embed renamed.tsv
var renamedTable string

// Renamed maps the former names of modules to those of today (renamed.tsv).
var Renamed = sync.OnceValues(func() (map[string]string, error) {
	renamed := make(map[string]string)
	err := tsv.Parse("headers/renamed.tsv", renamedTable, 2, func(row []string) error {
		renamed[row[0]] = row[1]
		return nil
	})
	return renamed, err
})

// Find returns the module of a name. The error of a name that was changed states
// the new one; that of an unknown name lists the modules.
func Find(modules []Module, name string) (Module, error) {
	var known []string
	for _, m := range modules {
		if m.Name == name {
			return m, nil
		}
		known = append(known, m.Name)
	}
	renamed, err := Renamed()
	if err != nil {
		return Module{}, err
	}
	if today, ok := renamed[name]; ok {
		return Module{}, fmt.Errorf("module %s is now called %s: use that name", name, today)
	}
	return Module{}, fmt.Errorf("no module %q; the modules are: %s", name, strings.Join(known, ", "))
}
