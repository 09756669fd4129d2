// Package draft writes a recipe for a package that has none: it finds the build
// system of a source tree and what its build files look for, and names the recipes
// that provide that.
package draft

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// A Draft is what a recipe will say.
type Draft struct {
	Name, Version string
	Upstream      recipe.Upstream
	System        System
	BuildDeps     []string // sorted, the compiler's run time first
	// Missing are what the build files look for and no recipe provides.
	Missing []Missing
	// Licences are the files at the top of the tree that say who may copy it.
	Licences []string
	// Patches are files beside the recipe that are applied to the sources.
	Patches []string
	// Modules are those of libwildebeest that are declared.
	Modules []string
	// Tests is the command that runs the package's own tests, or "". The recipe runs it
	// where Tested is set.
	Tests  string
	Tested bool
}

// Missing is something that a configuration looks for and no recipe provides.
type Missing struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`     // who knows the name: pkg-config, library or package
	Required bool   `json:"required"` // as far as its build files say so themselves
}

// Of drafts the recipe of a source whose archive is unpacked in dir, against the
// recipes there are. An error means that no build system was found.
func Of(ctx context.Context, source Source, dir string, set *plan.Set) (*Draft, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	system, err := systemOf(root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Name, err)
	}
	d := &Draft{Name: source.Name, Version: source.Version, Upstream: source.Upstream, System: system, Licences: licences(dir), Tests: testsOf(root, system)}
	wants, err := wanted(ctx, dir, system)
	if err != nil {
		return nil, err
	}
	d.BuildDeps, d.Missing = provided(wants, set)
	return d, nil
}

// Unpack unpacks a source's archive below dir and returns its top directory.
func Unpack(cache *fetch.Cache, source Source, dir string) (string, error) {
	top, err := archive.ExtractFile(cache.Path(source.Upstream.Wanted()), dir, archive.Extraction{})
	if err != nil {
		return "", err
	}
	if info, err := os.Lstat(filepath.Join(dir, top)); err == nil && info.IsDir() {
		return filepath.Join(dir, top), nil
	}
	return dir, nil
}

// licence matches the usual names of files with a licence.
var licence = regexp.MustCompile(`(?i)^(copying|licen[cs]e|copyright)([.-].*)?$`)

func licences(dir string) []string {
	var found []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if e.Type().IsRegular() && licence.MatchString(e.Name()) && !strings.ContainsAny(e.Name(), "\n\r") {
			found = append(found, e.Name())
		}
	}
	return found
}
