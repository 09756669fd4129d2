package parse

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// headers are the directories of the machine's headers. Nothing else of the
// machine is opened: an include may climb out of them, and name any file.
type headers []string

// linked is where the links of a header directory may lead, besides itself.
const linked = "/usr"

// locate returns the regular file that a name means.
func (h headers) locate(op, name string) (string, fs.FileInfo, error) {
	refused := &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	if !within(path.Clean(name), h) {
		return "", nil, refused
	}
	real, err := filepath.EvalSymlinks(path.Clean(name))
	if err != nil {
		return "", nil, err
	}
	if !within(real, h) && !within(real, []string{linked}) {
		return "", nil, refused
	}
	info, err := os.Lstat(real)
	if err == nil && !info.Mode().IsRegular() {
		err = refused
	}
	return real, info, err
}

func (h headers) open(name string) (fs.File, error) {
	real, info, err := h.locate("open", name)
	if err != nil {
		return nil, err
	}
	if info.Size() > srctree.MaxFile {
		return nil, &fs.PathError{Op: "open", Path: name, Err: regular.ErrSize}
	}
	return regular.Open(real)
}

func (h headers) stat(name string) (fs.FileInfo, error) {
	_, info, err := h.locate("stat", name)
	return info, err
}

// within reports whether a path lies below one of dirs.
func within(path string, dirs []string) bool {
	for _, d := range dirs {
		if strings.HasPrefix(path, strings.TrimSuffix(d, "/")+"/") {
			return true
		}
	}
	return false
}
