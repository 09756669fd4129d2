// Package generate writes libwildebeest out as a tree that a C tool chain can
// build and install without Go: overlay headers, sources, a Makefile, and one
// pkg-config file per module.
//
//	include/MODULE/…       overlay headers; each module is one -isystem directory
//	src/MODULE/*.c         sources, one public function each
//	object.h               the ELF note that every object carries
//	Makefile               all, install (DESTDIR, PREFIX, LIBDIR, CC, AR, CFLAGS)
//	pkgconfig/*.pc.in      libwildebeest-MODULE, under its former names too, and
//	                       libwildebeest for all
package generate

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/headers"
)

// Tree writes the modules below dir, which must be empty or not exist, because
// files of an earlier run would be installed too. modules must be closed under
// what they require and use (headers.Closure). The same modules give the same
// bytes.
func Tree(dir string, modules []headers.Module) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return fmt.Errorf("generate into %s: the directory is not empty; name a new one or remove it first", dir)
	}
	for _, m := range modules {
		for _, part := range []string{"include", "src"} {
			if err := copyTree(filepath.Join(dir, part, m.Name), path.Join(m.Name, part)); err != nil {
				return err
			}
		}
	}
	files, err := buildFiles(modules)
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := writeFile(filepath.Join(dir, name), []byte(text)); err != nil {
			return err
		}
	}
	return nil
}

func buildFiles(modules []headers.Module) (map[string]string, error) {
	files := map[string]string{
		"object.h":                      objectHeader,
		"Makefile":                      makefile(modules),
		"pkgconfig/libwildebeest.pc.in": pkgConfigAll(modules),
	}
	for _, m := range modules {
		text, err := pkgConfig(m, modules)
		if err != nil {
			return nil, err
		}
		files["pkgconfig/libwildebeest-"+m.Name+".pc.in"] = text
	}
	renamed, err := headers.Renamed()
	if err != nil {
		return nil, err
	}
	for old, today := range renamed {
		if i := slices.IndexFunc(modules, func(m headers.Module) bool { return m.Name == today }); i >= 0 {
			files["pkgconfig/libwildebeest-"+old+".pc.in"] = pkgConfigRenamed(old, modules[i])
		}
	}
	return files, nil
}

// copyTree copies a directory of the embedded modules; a module without it has
// nothing to copy.
func copyTree(to, from string) error {
	source := headers.Files()
	if _, err := fs.Stat(source, from); err != nil {
		return nil
	}
	return fs.WalkDir(source, from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		return writeFile(filepath.Join(to, strings.TrimPrefix(name, from)), data)
	})
}

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
