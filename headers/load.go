package headers

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

func load(tree fs.FS) ([]Module, error) {
	descriptions, err := fs.Glob(tree, "*/module.yaml")
	if err != nil {
		return nil, err
	}
	var modules []Module
	for _, file := range descriptions {
		m, err := loadModule(tree, file)
		if err != nil {
			return nil, err
		}
		modules = append(modules, m)
	}
	slices.SortFunc(modules, func(a, b Module) int { return strings.Compare(a.Name, b.Name) })
	return modules, nil
}

func loadModule(tree fs.FS, file string) (Module, error) {
	m := Module{Name: path.Dir(file)}
	data, err := fs.ReadFile(tree, file)
	if err != nil {
		return m, err
	}
	if err := yaml.Load(data, &m, yaml.WithKnownFields()); err != nil {
		return m, fmt.Errorf("headers/%s: %w", file, err)
	}
	if m.Sources, err = fs.Glob(tree, path.Join(m.Name, "src", "*.c")); err != nil {
		return m, err
	}
	m.Headers, err = listHeaders(tree, path.Join(m.Name, "include"))
	return m, err
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

// Names are the names of modules, in their order.
func Names(modules []Module) []string {
	names := make([]string, len(modules))
	for i, m := range modules {
		names[i] = m.Name
	}
	return names
}
