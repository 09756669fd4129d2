package build

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// installed describes what a build has installed, with one modification time for
// all files, so that two builds of a package are the same. What no package may have
// is the build's failure.
func (r *run) installed(step *plan.Step, b *buildRoot) (*manifest.Manifest, error) {
	m, err := manifest.Make(b.install, manifest.Options{Time: b.sources.epoch, Limit: int64(r.Limits.Package)})
	var refused *manifest.RefusedError
	if errors.As(err, &refused) {
		return nil, r.failed(step, err.Error(), nil)
	}
	if err != nil {
		return nil, fmt.Errorf("%s %s: what it installs: %w", step.Recipe.Name, step.Recipe.Version, err)
	}
	if err := checkInstalled(step.Recipe, m); err != nil {
		return nil, r.failed(step, err.Error(), nil)
	}
	return m, nil
}

// checkInstalled makes sure that the build installed something, and what the
// recipe says that it provides.
func checkInstalled(r *recipe.Recipe, m *manifest.Manifest) error {
	if len(m.Files) < 2 { // the first is the directory itself
		return errors.New("the install section put nothing into %(installroot)")
	}
	for _, provided := range r.Provides {
		name, ok := strings.CutPrefix(provided, "pkgconfig(")
		if !ok {
			continue
		}
		pattern := strings.TrimSuffix(name, ")") + ".pc"
		if !installs(m, "/usr/*/pkgconfig/"+pattern) {
			return fmt.Errorf("the recipe provides %s, but no %s was installed below /usr/lib/pkgconfig", provided, pattern)
		}
	}
	return nil
}

// installs tells whether a package has a file whose name matches the pattern.
func installs(m *manifest.Manifest, pattern string) bool {
	for i := range m.Files {
		if ok, _ := path.Match(pattern, m.Files[i].Name); ok {
			return true
		}
	}
	return false
}
