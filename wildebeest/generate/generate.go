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
//	cmake/libwildebeest/   the same for CMake, as targets libwildebeest::MODULE
//	meson.build            the library as a subproject of Meson
//	libwildebeest.wrap     which dependencies that has
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
	renamed, err := headers.Renamed()
	if err != nil {
		return nil, err
	}
	files := map[string]string{
		"object.h":                      objectHeader,
		"Makefile":                      makefile(modules),
		"pkgconfig/libwildebeest.pc.in": pkgConfigAll(modules),
		"libwildebeest.wrap":            wrap(modules, renamed),
		"cmake/libwildebeest/libwildebeest-config-version.cmake.in": cmakeVersion(),
	}
	if files["cmake/libwildebeest/libwildebeest-config.cmake.in"], err = cmakeConfig(modules, renamed); err != nil {
		return nil, err
	}
	if files["meson.build"], err = mesonBuild(modules, renamed); err != nil {
		return nil, err
	}
	for _, m := range modules {
		if files["pkgconfig/libwildebeest-"+m.Name+".pc.in"], err = pkgConfig(m, modules); err != nil {
			return nil, err
		}
	}
	for _, old := range formerNames(modules, renamed) {
		files["pkgconfig/libwildebeest-"+old+".pc.in"] = pkgConfigRenamed(old, renamed[old])
	}
	return files, nil
}

// formerNames are those of the modules, sorted.
func formerNames(modules []headers.Module, renamed map[string]string) []string {
	var all []string
	for old, today := range renamed {
		if slices.ContainsFunc(modules, func(m headers.Module) bool { return m.Name == today }) {
			all = append(all, old)
		}
	}
	slices.Sort(all)
	return all
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
