// Package headers holds libwildebeest: one directory per module, with its
// description (module.yaml), its overlay headers (include/), its C sources
// (src/) and the C programs that prove it (test/). Overlay headers
// #include_next the libc's own and add what is missing; sources hold one public
// function each, so that a link pulls only what is used.
//
// A module is added by adding its directory; nothing else lists it.
package headers

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

//go:embed */module.yaml */include */src
var files embed.FS

// Module describes one directory of libwildebeest.
type Module struct {
	Name    string `yaml:"-"`       // the directory's name
	Summary string `yaml:"summary"` // one line, no full stop
	// Provides are the names a package can use through the module: macros,
	// types, functions, and headers that the libc lacks (as "sys/cdefs.h").
	Provides []string `yaml:"provides"`
	// Requires are the modules whose headers this one's include.
	Requires []string `yaml:"requires"`
	// Libs are further linker flags a user of the module needs; @unwinder@ is
	// what the compiler has to be told to link an unwinder.
	Libs []string `yaml:"libs"`
	// Headers are the overlay headers, as users include them ("sys/stat.h"),
	// found by listing include/.
	Headers []string `yaml:"-"`
	// Sources are the C files, NAME/src/FILE.c, found by listing src/.
	Sources []string `yaml:"-"`
}

// MacroOnly reports whether the module is headers alone: a binary that uses it
// carries no note, so the scan and a build without it have to testify.
func (m Module) MacroOnly() bool { return len(m.Sources) == 0 }

// Modules returns every module, sorted by name.
var Modules = sync.OnceValues(func() ([]Module, error) { return load(files) })

// Files is the tree of all modules: NAME/include/… and NAME/src/….
func Files() fs.FS { return files }

// Providers maps each provided name to the module that provides it.
func Providers(modules []Module) map[string]string {
	providers := make(map[string]string)
	for _, m := range modules {
		for _, name := range m.Provides {
			providers[name] = m.Name
		}
	}
	return providers
}

// Closure returns the named modules and all they require, sorted by name. An
// unknown name is an error that lists the known ones.
func Closure(modules []Module, names []string) ([]Module, error) {
	byName := make(map[string]Module, len(modules))
	known := make([]string, 0, len(modules))
	for _, m := range modules {
		byName[m.Name] = m
		known = append(known, m.Name)
	}
	chosen := make(map[string]bool)
	var add func(name string) error
	add = func(name string) error {
		m, ok := byName[name]
		if !ok {
			return fmt.Errorf("no module %q; the modules are %v", name, known)
		}
		if chosen[name] {
			return nil
		}
		chosen[name] = true
		for _, required := range m.Requires {
			if err := add(required); err != nil {
				return fmt.Errorf("module %s requires: %w", name, err)
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

func load(tree fs.FS) ([]Module, error) {
	descriptions, err := fs.Glob(tree, "*/module.yaml")
	if err != nil {
		return nil, err
	}
	var modules []Module
	for _, file := range descriptions {
		data, err := fs.ReadFile(tree, file)
		if err != nil {
			return nil, err
		}
		m := Module{Name: path.Dir(file)}
		if err := yaml.Load(data, &m, yaml.WithKnownFields()); err != nil {
			return nil, fmt.Errorf("headers/%s: %w", file, err)
		}
		m.Sources, err = fs.Glob(tree, path.Join(m.Name, "src", "*.c"))
		if err != nil {
			return nil, err
		}
		if m.Headers, err = listHeaders(tree, path.Join(m.Name, "include")); err != nil {
			return nil, err
		}
		modules = append(modules, m)
	}
	slices.SortFunc(modules, func(a, b Module) int { return strings.Compare(a.Name, b.Name) })
	return modules, nil
}

// listHeaders lists the files below dir; a module without it has no headers.
func listHeaders(tree fs.FS, dir string) ([]string, error) {
	if _, err := fs.Stat(tree, dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var found []string
	err := fs.WalkDir(tree, dir, func(file string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, strings.TrimPrefix(file, dir+"/"))
		}
		return err
	})
	return found, err
}
