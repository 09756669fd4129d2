package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// Self provides the project's own artefacts to recipes: self:libwildebeest is
// the generated library, self:NAME a static tool beside this program.
type Self struct {
	// Tools is the directory of the tools' binaries.
	Tools string
}

// Hash identifies an artefact by its bytes.
func (s Self) Hash(name string) (string, error) {
	if name != Library {
		tool, err := s.tool(name)
		if err != nil {
			return "", err
		}
		return fetch.HashFile(tool)
	}
	dir, err := os.MkdirTemp("", "libwildebeest-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	if err := s.Put(name, dir); err != nil {
		return "", err
	}
	hash := sha256.New()
	err = filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		fmt.Fprintf(hash, "%s %d\n%s", file[len(dir):], len(text), text)
		return err
	})
	return hex.EncodeToString(hash.Sum(nil)), err
}

// Put writes the artefact into dir: the library's tree, or the tool.
func (s Self) Put(name, dir string) error {
	if name == Library {
		modules, err := headers.Modules()
		if err != nil {
			return err
		}
		return generate.Tree(dir, modules)
	}
	tool, err := s.tool(name)
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
func (s Self) tool(name string) (string, error) {
	path := filepath.Join(s.Tools, name)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || filepath.Base(name) != name {
		return "", fmt.Errorf("no tool %s in %s; `make` builds it there", name, s.Tools)
	}
	return path, nil
}
