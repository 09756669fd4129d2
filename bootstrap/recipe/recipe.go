// Package recipe reads stone.yaml, the recipe format of Serpent OS: what a
// package is, where its sources come from, what it needs, and the shell
// sections that set it up, build it and install it.
package recipe

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// FileName is the name of a recipe below its directory.
const FileName = "stone.yaml"

// maxSize bounds a recipe file, in bytes.
const maxSize = 1 << 20

// Recipe is one stone.yaml.
type Recipe struct {
	Name        string     `yaml:"name"`
	Version     string     `yaml:"version"`
	Release     int        `yaml:"release"`
	Homepage    string     `yaml:"homepage"`
	Summary     string     `yaml:"summary"`
	Description string     `yaml:"description"`
	License     stringList `yaml:"license"`
	Upstreams   []Upstream `yaml:"upstreams"`
	// BuildDeps are packages by name, or what one provides, as pkgconfig(zlib).
	BuildDeps []string `yaml:"builddeps"`
	// RunDeps come along wherever the package is a dependency.
	RunDeps []string `yaml:"rundeps"`
	// Provides are further names of the package; * matches any run of characters.
	Provides []string `yaml:"provides"`
	// Environment is shell text that precedes every section.
	Environment string `yaml:"environment"`
	Setup       string `yaml:"setup"`
	Build       string `yaml:"build"`
	Check       string `yaml:"check"`
	Install     string `yaml:"install"`

	File string `yaml:"-"` // where it was read from, for messages
	Text []byte `yaml:"-"` // the file's bytes, a part of the package's key
}

// ID is the package's name, version and release, as in file names.
func (r *Recipe) ID() string { return fmt.Sprintf("%s-%s-%d", r.Name, r.Version, r.Release) }

// stringList accepts one string or a list of them, as recipes write licenses.
type stringList []string

func (l *stringList) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		*l = stringList{node.Value}
		return nil
	}
	return node.Decode((*[]string)(l))
}

var (
	validName    = regexp.MustCompile(`^[a-z0-9][a-z0-9+._-]*$`)
	validVersion = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9+._~-]*$`)
)

// Parse reads a recipe; file names it in messages. Unknown keys, a missing
// name, version, release or install section, and upstreams without a sha256 are
// errors that name file and line.
func Parse(file string, text []byte) (*Recipe, error) {
	if len(text) > maxSize {
		return nil, fmt.Errorf("%s: %d bytes; a recipe has at most %d", file, len(text), maxSize)
	}
	r := &Recipe{File: file, Text: text}
	if err := yaml.Load(text, r, yaml.WithKnownFields()); err != nil {
		return nil, loadError(file, err)
	}
	var missing []string
	for key, absent := range map[string]bool{
		"name": r.Name == "", "version": r.Version == "", "release": r.Release < 1, "install": r.Install == "",
	} {
		if absent {
			missing = append(missing, key)
		}
	}
	slices.Sort(missing)
	switch {
	case len(missing) > 0:
		return nil, fmt.Errorf("%s: missing %s; every recipe has name, version, release (from 1) and install", file, strings.Join(missing, ", "))
	case !validName.MatchString(r.Name):
		return nil, fmt.Errorf("%s: name %q: use lower case letters, digits and + . _ -", file, r.Name)
	case !validVersion.MatchString(r.Version):
		return nil, fmt.Errorf("%s: version %q: use letters, digits and + . _ ~ -", file, r.Version)
	}
	for _, u := range r.Upstreams {
		if u.Debian() != "" && !strings.HasSuffix(u.Location, "@"+r.Version) {
			return nil, fmt.Errorf("%s:%d: upstream %s is not version %s of the recipe", file, u.line, u.Location, r.Version)
		}
	}
	return r, r.checkMacros()
}

// loadError puts the file before the line that the YAML library names.
func loadError(file string, err error) error {
	var all *yaml.LoadErrors
	if errors.As(err, &all) && len(all.Errors) > 0 {
		err = all.Errors[0]
	}
	var place *lineError
	if errors.As(err, &place) {
		return fmt.Errorf("%s:%d: %s", file, place.line, place.message)
	}
	var one *yaml.LoadError
	if errors.As(err, &one) && one.Mark.Line > 0 {
		return fmt.Errorf("%s:%d: %s", file, one.Mark.Line, one.Message)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// Load reads DIR/NAME/stone.yaml for every NAME in the tree, sorted by name.
// Two recipes of one name are an error that names both files.
func Load(tree fs.FS, root string) ([]*Recipe, error) {
	files, err := fs.Glob(tree, "*/"+FileName)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no recipes; expected NAME/%s below it", root, FileName)
	}
	var recipes []*Recipe
	for _, file := range files {
		text, err := fs.ReadFile(tree, file)
		if err != nil {
			return nil, err
		}
		r, err := Parse(path.Join(root, file), text)
		if err != nil {
			return nil, err
		}
		recipes = append(recipes, r)
	}
	return Join(recipes)
}

// Join makes one list of several, sorted by name, under Load's rule.
func Join(lists ...[]*Recipe) ([]*Recipe, error) {
	byName := make(map[string]*Recipe)
	recipes := slices.Concat(lists...)
	for _, r := range recipes {
		if other := byName[r.Name]; other != nil {
			return nil, fmt.Errorf("%s: package %s has a recipe already, %s; remove or rename one", r.File, r.Name, other.File)
		}
		byName[r.Name] = r
	}
	slices.SortFunc(recipes, func(a, b *Recipe) int { return strings.Compare(a.Name, b.Name) })
	return recipes, nil
}
