// Package self provides what this project makes itself to recipes whose upstream
// is self:NAME.
package self

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/internal/temporary"
	"github.com/serpent-os/wildebeest/internal/treehash"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// Artefacts are what self: upstreams name: self:libwildebeest is the generated
// library, self:NAME a static tool.
type Artefacts struct {
	Tools string // directory of the tools' binaries
}

// Hash identifies an artefact by its bytes.
func (a Artefacts) Hash(name string) (string, error) {
	if name != recipe.Library {
		tool, err := a.tool(name)
		if err != nil {
			return "", err
		}
		return fetch.HashFile(tool)
	}
	const prefix = "libwildebeest-generated-"
	if err := temporary.Sweep(os.TempDir(), prefix); err != nil {
		return "", err
	}
	dir, err := temporary.NewDir(os.TempDir(), prefix)
	if err != nil {
		return "", err
	}
	defer dir.Remove()
	if err := a.Put(name, dir.Path); err != nil {
		return "", err
	}
	return treehash.Contents(dir.Path)
}

// Put writes the artefact into dir: the library's source tree, or the tool.
func (a Artefacts) Put(name, dir string) error {
	if name == recipe.Library {
		modules, err := headers.Modules()
		if err != nil {
			return err
		}
		return generate.Tree(dir, modules)
	}
	tool, err := a.tool(name)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(tool)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), data, 0o755)
}

// tool finds a binary of this project's beside this program.
func (a Artefacts) tool(name string) (string, error) {
	path := filepath.Join(a.Tools, name)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || filepath.Base(name) != name {
		return "", fmt.Errorf("no tool %s in %s; `make` builds it there", name, a.Tools)
	}
	return path, nil
}
