// Package recipe reads stone.yaml, the recipe format of Serpent OS: what a
// package is, where its sources come from, what it needs, and the shell
// sections that set it up, build it and install it.
//
//go:generate go run ./document ../../docs
package recipe

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/serpent-os/wildebeest/internal/version"
	"go.yaml.in/yaml/v4"
)

// FileName is the name of a recipe below its directory.
const FileName = "stone.yaml"

// maxSize bounds a recipe file, in bytes.
const maxSize = 1 << 20

// Recipe is one stone.yaml.
type Recipe struct {
	Name string `yaml:"name"` // of the package and of its directory
	// Version is the upstream's. A recipe whose first upstream is self:NAME names
	// none: its package has the version of this project.
	Version     string     `yaml:"version"`
	Release     int        `yaml:"release"`     // from 1; counts the recipe's changes at one version
	Homepage    string     `yaml:"homepage"`    // a URL
	Summary     string     `yaml:"summary"`     // one line
	Description string     `yaml:"description"` // sentences
	License     stringList `yaml:"license"`     // SPDX expressions
	Upstreams   []Upstream `yaml:"upstreams"`   // in the order in which they are unpacked
	// PatchFiles lie beside the recipe and are applied to the first upstream, in
	// this order, with patch -p1.
	PatchFiles []string `yaml:"patches"`
	// BuildDeps are packages by name, or what one provides, as pkgconfig(zlib).
	BuildDeps []string `yaml:"builddeps"`
	// CheckDeps are what the check section needs besides.
	CheckDeps []string `yaml:"checkdeps"`
	// RunDeps come along wherever the package is a dependency.
	RunDeps []string `yaml:"rundeps"`
	// Provides are further names of the package; * matches any run of characters.
	Provides []string `yaml:"provides"`
	// Environment is shell text that precedes every section.
	Environment string `yaml:"environment"`
	Setup       string `yaml:"setup"`   // shell text: configure
	Build       string `yaml:"build"`   // shell text: compile
	Check       string `yaml:"check"`   // shell text: the package's own tests
	Install     string `yaml:"install"` // shell text: into %(installroot)

	Patches []Patch `yaml:"-"` // of PatchFiles; Load reads them

	// Mistakes are what is wrong with the recipe: nothing can be built from it, and
	// its other fields are what could be read.
	Mistakes Problems `yaml:"-"`
	// Replaces is the file of the recipe whose place this one took, or "".
	Replaces string `yaml:"-"`

	lines lines // of the file

	File string `yaml:"-"` // where it was read from, for messages
	Text []byte `yaml:"-"` // the file's bytes, a part of the package's key
}

// A Patch changes the sources of a package.
type Patch struct {
	Name string // the file
	Text []byte // the file: a unified diff
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
// name, version, release or install section, upstreams without a sha256 or of
// another version, and unknown macros are Problems, all of them.
func Parse(file string, text []byte) (*Recipe, error) {
	r := parse(file, text)
	if err := r.Mistakes.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// parse reads as much as it can of a recipe.
func parse(file string, text []byte) *Recipe {
	r := &Recipe{File: file, Text: text}
	if len(text) > maxSize {
		r.Mistakes = Problems{{File: file, Text: fmt.Sprintf("%d bytes; a recipe has at most %d", len(text), maxSize)}}
		return r
	}
	var document yaml.Node
	if err := yaml.Load(text, &document); err != nil {
		r.Mistakes = yamlProblems(file, err)
		return r
	}
	s := shape{file: file}
	s.recipe(&document)
	r.Mistakes = s.found
	r.lines = linesOf(&document)
	if err := document.Decode(r); err != nil {
		r.Mistakes = append(r.Mistakes, r.decodeProblems(err)...)
	}
	if r.lines != nil {
		r.Mistakes = append(r.Mistakes, r.check()...)
	}
	if r.own() {
		r.Version = version.String()
	}
	return r
}

// decodeProblems are those of a recipe's values. What the YAML library says of
// their types, the recipe's shape has said already.
func (r *Recipe) decodeProblems(err error) Problems {
	all := yamlProblems(r.File, err)
	if len(r.Mistakes) == 0 {
		return all
	}
	said := make(map[int]bool)
	for _, p := range r.Mistakes {
		said[p.Line] = true
	}
	return slices.DeleteFunc(all, func(p Problem) bool { return said[p.Line] || p.fromYAML })
}
