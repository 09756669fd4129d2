package recipe

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A Dir is a directory of recipes, NAME/stone.yaml; Name is what messages call it.
type Dir struct {
	Files fs.FS  // with NAME/stone.yaml in it
	Name  string // in messages

	file string // the one recipe to read, in Files itself; "" for all NAME/stone.yaml
}

// File is one recipe on the disk, in a directory of its own.
func File(name string) Dir {
	return Dir{Files: os.DirFS(filepath.Dir(name)), Name: filepath.Dir(name), file: filepath.Base(name)}
}

// recipes are the files of the directory's recipes.
func (d Dir) recipes() ([]string, error) {
	if d.file != "" {
		return []string{d.file}, nil
	}
	files, err := fs.Glob(d.Files, "*/"+FileName)
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: no recipes; expected NAME/%s below it", d.Name, FileName)
	}
	return files, err
}

// Load reads the recipes of all directories, sorted by name. A recipe of a later
// directory replaces one of the same name. One that has mistakes is there with its
// Mistakes, under the name of its directory where its own can't be read.
func Load(dirs ...Dir) ([]*Recipe, error) {
	var recipes []*Recipe
	for _, dir := range dirs {
		some, err := dir.load()
		if err != nil {
			return nil, err
		}
		recipes = overlay(recipes, some)
	}
	return recipes, nil
}

// Mistakes are those of all the recipes.
func Mistakes(recipes []*Recipe) Problems {
	var found Problems
	for _, r := range recipes {
		found = append(found, r.Mistakes...)
	}
	return found
}

// overlay lays recipes over others. Both are sorted by name, as the result is.
func overlay(below, above []*Recipe) []*Recipe {
	all := slices.Clone(above)
	for _, r := range below {
		if i, ok := slices.BinarySearchFunc(above, r.Name, byName); ok {
			above[i].Replaces = r.File
			continue
		}
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b *Recipe) int { return strings.Compare(a.Name, b.Name) })
	return all
}

func byName(r *Recipe, name string) int { return strings.Compare(r.Name, name) }

// load reads the recipes of a directory, sorted by name. A second one of a name
// is a mistake of the first.
func (d Dir) load() ([]*Recipe, error) {
	files, err := d.recipes()
	if err != nil {
		return nil, err
	}
	first := make(map[string]*Recipe)
	var recipes []*Recipe
	for _, file := range files {
		r := d.read(file)
		if other := first[r.Name]; other != nil {
			other.Mistakes = append(append(other.Mistakes, r.Mistakes...),
				Problem{File: r.File, Line: r.lines.of("name"), Text: fmt.Sprintf("package %s has a recipe already, %s; remove or rename one", r.Name, other.File)})
			continue
		}
		first[r.Name] = r
		recipes = append(recipes, r)
	}
	slices.SortFunc(recipes, func(a, b *Recipe) int { return strings.Compare(a.Name, b.Name) })
	return recipes, nil
}

// read reads one recipe. A file that can't be read is its mistake.
func (d Dir) read(file string) *Recipe {
	name := path.Join(d.Name, file)
	text, err := fs.ReadFile(d.Files, file)
	if err != nil {
		var cause *fs.PathError
		if errors.As(err, &cause) {
			err = cause.Err
		}
		return &Recipe{File: name, Name: directoryName(name), Mistakes: Problems{{File: name, Text: err.Error()}}}
	}
	r := parse(name, text)
	if !validName.MatchString(r.Name) {
		r.Name = directoryName(name)
	}
	r.readPatches(d.Files, path.Dir(file))
	return r
}

// directoryName is the name of the directory that a file is in.
func directoryName(file string) string {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	return filepath.Base(filepath.Dir(file))
}

// maxPatch bounds a patch file, in bytes.
const maxPatch = 16 << 20

// readPatches reads the patch files, which are in the recipe's directory.
func (r *Recipe) readPatches(tree fs.FS, dir string) {
	for i, name := range r.PatchFiles {
		text, err := fs.ReadFile(tree, path.Join(dir, name))
		if err == nil && len(text) > maxPatch {
			err = fmt.Errorf("%d bytes; a patch has at most %d", len(text), maxPatch)
		}
		if err != nil {
			r.Mistakes = append(r.Mistakes, Problem{File: r.File, Line: r.lines.item("patches", i), Text: fmt.Sprintf("patch %s: %v", name, err)})
			continue
		}
		r.Patches = append(r.Patches, Patch{name, text})
	}
}
