package headers

import (
	"fmt"
	"slices"
)

// Closure returns the named modules with all that they require and use, sorted
// by name: the part of the library that compiles and links without the rest. The
// error for an unknown name is Find's.
func Closure(modules []Module, names []string) ([]Module, error) {
	return follow(modules, names, func(m Module) []string { return slices.Concat(m.Requires, m.Uses) })
}

// Overlays returns the named modules with all that they require, sorted by name:
// those whose headers a user of the named ones sees.
func Overlays(modules []Module, names []string) ([]Module, error) {
	return follow(modules, names, func(m Module) []string { return m.Requires })
}

func follow(modules []Module, names []string, next func(Module) []string) ([]Module, error) {
	chosen := make(map[string]bool)
	var add func(name string) error
	add = func(name string) error {
		if chosen[name] {
			return nil
		}
		m, err := Find(modules, name)
		if err != nil {
			return err
		}
		chosen[name] = true
		for _, needed := range next(m) {
			if err := add(needed); err != nil {
				return fmt.Errorf("headers/%s/module.yaml: %w", name, err)
			}
		}
		return nil
	}
	for _, name := range names {
		if err := add(name); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(slices.Clone(modules), func(m Module) bool { return !chosen[m.Name] }), nil
}
