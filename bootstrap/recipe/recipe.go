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

	"github.com/serpent-os/wildebeest/internal/version"
	"go.yaml.in/yaml/v4"
)

// FileName is the name of a recipe below its directory.
const FileName = "stone.yaml"

// maxSize bounds a recipe file, in bytes.
const maxSize = 1 << 20

// Recipe is one stone.yaml.
type Recipe struct {
	Name string `yaml:"name"`
	// Version is the upstream's. A recipe whose first upstream is self:NAME names
	// none: its package has the version of this project.
	Version     string     `yaml:"version"`
	Release     int        `yaml:"release"`
	Homepage    string     `yaml:"homepage"`
	Summary     string     `yaml:"summary"`
	Description string     `yaml:"description"`
	License     stringList `yaml:"license"`
	Upstreams   []Upstream `yaml:"upstreams"`
	// PatchFiles lie beside the recipe and are applied to the first upstream, in
	// this order, with patch -p1.
	PatchFiles []string `yaml:"patches"`
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

	Patches []Patch `yaml:"-"` // of PatchFiles; Load reads them

	lines lines // of the file

	File string `yaml:"-"` // where it was read from, for messages
	Text []byte `yaml:"-"` // the file's bytes, a part of the package's key
}

// A Patch changes the sources of a package.
type Patch struct {
	Name string
	Text []byte
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
	if len(text) > maxSize {
		return nil, Problems{{file, 0, fmt.Sprintf("%d bytes; a recipe has at most %d", len(text), maxSize)}}
	}
	r := &Recipe{File: file, Text: text}
	if err := yaml.Load(text, r, yaml.WithKnownFields()); err != nil {
		return nil, yamlProblems(file, err).Err()
	}
	r.lines = linesOf(text)
	if err := r.check().Err(); err != nil {
		return nil, err
	}
	if r.own() {
		r.Version = version.String()
	}
	return r, nil
}

// A Dir is a directory of recipes, NAME/stone.yaml; Name is what messages call it.
type Dir struct {
	Files fs.FS
	Name  string
}

// Load reads the recipes of all directories, sorted by name. The error is
// Problems where a recipe has mistakes or two recipes have one name.
func Load(dirs ...Dir) ([]*Recipe, error) {
	var recipes []*Recipe
	var found Problems
	for _, dir := range dirs {
		some, mistakes, err := dir.load()
		if err != nil {
			return nil, err
		}
		recipes, found = append(recipes, some...), append(found, mistakes...)
	}
	slices.SortStableFunc(recipes, func(a, b *Recipe) int { return strings.Compare(a.Name, b.Name) })
	found = append(found, doubles(recipes)...)
	if err := found.Err(); err != nil {
		return nil, err
	}
	return recipes, nil
}

// doubles finds the recipes whose package an earlier recipe has too. The recipes
// are sorted by name.
func doubles(recipes []*Recipe) Problems {
	var found Problems
	first := make(map[string]*Recipe)
	for _, r := range recipes {
		if first[r.Name] == nil {
			first[r.Name] = r
			continue
		}
		found = append(found, Problem{r.File, r.lines.of("name"), fmt.Sprintf("package %s has a recipe already, %s; remove or rename one", r.Name, first[r.Name].File)})
	}
	return found
}

func (d Dir) load() (recipes []*Recipe, found Problems, err error) {
	files, err := fs.Glob(d.Files, "*/"+FileName)
	if err != nil {
		return nil, nil, err
	}
	if len(files) == 0 {
		return nil, nil, fmt.Errorf("%s: no recipes; expected NAME/%s below it", d.Name, FileName)
	}
	for _, file := range files {
		text, err := fs.ReadFile(d.Files, file)
		if err != nil {
			return nil, nil, err
		}
		r, err := Parse(path.Join(d.Name, file), text)
		var mistakes Problems
		if errors.As(err, &mistakes) {
			found = append(found, mistakes...)
			continue
		}
		found = append(found, r.readPatches(d.Files, path.Dir(file))...)
		recipes = append(recipes, r)
	}
	return recipes, found, nil
}

// maxPatch bounds a patch file, in bytes.
const maxPatch = 16 << 20

// readPatches reads the patch files, which are in the recipe's directory.
func (r *Recipe) readPatches(tree fs.FS, dir string) Problems {
	var found Problems
	for i, name := range r.PatchFiles {
		text, err := fs.ReadFile(tree, path.Join(dir, name))
		if err == nil && len(text) > maxPatch {
			err = fmt.Errorf("%d bytes; a patch has at most %d", len(text), maxPatch)
		}
		if err != nil {
			found = append(found, Problem{r.File, r.lines.item("patches", i), fmt.Sprintf("patch %s: %v", name, err)})
			continue
		}
		r.Patches = append(r.Patches, Patch{name, text})
	}
	return found
}
