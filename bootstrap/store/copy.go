package store

import (
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/internal/sparse"
	"github.com/serpent-os/wildebeest/internal/tree"
)

// copyFile makes a file of the root's own, or another name of one.
func copyFile(w *writer, p placed) error {
	if p.Same != "" {
		return w.to.Link(w.to, p.Same, p.Name)
	}
	from, err := OpenFile(w.from, p.Name, p.Size)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := w.to.Create(p.Name)
	if err != nil {
		return err
	}
	err = sparse.Copy(to, from)
	if closing := to.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return &os.PathError{Op: "copy", Path: to.Name(), Err: err}
	}
	return w.finish(p)
}

// OpenFile opens a file of a package's tree, of which the manifest says that it has
// size bytes. One of another size is an error.
func OpenFile(dir *tree.Dir, name string, size int64) (*os.File, error) {
	file, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err != nil || info.Size() != size {
		file.Close()
		return nil, fmt.Errorf("%s is not the file of %d bytes that the package was made with; remove the package from the store, and it is built again", file.Name(), size)
	}
	return file, nil
}

// finish gives a file or directory what the manifest says of it. The owner comes
// first, as another one takes set-ID bits and capabilities away.
func (w *writer) finish(p placed) error {
	if err := w.own(p); err != nil {
		return err
	}
	if err := w.to.Chmod(p.Name, uint32(p.Mode)); err != nil {
		return err
	}
	for attribute, value := range p.Settable() {
		if err := w.to.SetAttribute(p.Name, attribute, value); err != nil {
			return fmt.Errorf("%w (%s)", err, attribute)
		}
	}
	return w.to.SetTime(p.Name, p.Modified())
}

// own sets the owner. Only root can give files away: of others all files are their
// own.
func (w *writer) own(p placed) error {
	if os.Geteuid() != 0 {
		return nil
	}
	return w.to.Chown(p.Name, p.UID, p.GID)
}
