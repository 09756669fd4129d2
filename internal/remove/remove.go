// Package remove removes what comes out of builds and archives, whatever shape it
// has: directories nested without end, modes that lock their owner out, the flags
// of chattr(1), names of any bytes. No link is followed and no mount is entered.
package remove

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// errMounted is why a mount point stays: what is mounted there is not the tree's.
var errMounted = errors.New("is a mount point; umount it")

// All removes path and everything below it. It uses as many descriptors and as
// much memory for a deep tree as for a flat one, but for 24 bytes and a name for
// each directory on the way down. What can't be removed does not keep the rest:
// the error is then a *LeftError. Nothing at path is no error.
func All(path string) error { return Until(context.Background(), path) }

// Until is All until ctx ends; what is still there then is the error.
func Until(ctx context.Context, path string) error {
	dir, base := filepath.Split(filepath.Clean(path))
	parent, err := unix.Open(dirOr(dir), unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return &fs.PathError{Op: "open", Path: dir, Err: err}
	}
	defer unix.Close(parent)
	r := &remover{ctx: ctx, path: path, parent: parent}
	return r.all(base)
}

func dirOr(dir string) string {
	if dir == "" {
		return "."
	}
	return dir
}

// A remover is at one directory of a tree, of which fd is the descriptor. The way
// back up is the entry "..", which has to be the directory that it came from.
type remover struct {
	ctx    context.Context
	path   string
	parent int // of the tree
	frames []frame
	fd     int
	left   *LeftError
}

// A frame is a directory on the way down.
type frame struct {
	name     string
	dev, ino uint64
	pending  []string        // directories in it that are still to be removed
	kept     map[string]bool // names in it that can't be removed
}

// batch is how many names of a directory are read at a time.
const batch = 4096

func (r *remover) all(base string) error {
	full, err := r.unlink(r.parent, base)
	if err == nil && full {
		err = r.descend(r.parent, base)
	}
	if err != nil {
		return &LeftError{Path: r.path, Count: 1, Err: err}
	}
	if len(r.frames) == 0 {
		return nil
	}
	defer func() { unix.Close(r.fd) }()
	for len(r.frames) > 0 {
		err := r.ctx.Err()
		if err == nil {
			err = r.step()
		}
		if err != nil {
			r.keep("", err)
			return r.left
		}
	}
	if r.left != nil {
		return r.left
	}
	return nil
}

// step removes what is in the current directory, up to the first one with
// contents of its own, where it goes down; or goes up.
func (r *remover) step() error {
	here := &r.frames[len(r.frames)-1]
	for {
		if len(here.pending) == 0 {
			more, err := r.sweep(here)
			if err != nil {
				return err
			}
			if !more {
				return r.up()
			}
		}
		for len(here.pending) > 0 {
			name := here.pending[len(here.pending)-1]
			here.pending = here.pending[:len(here.pending)-1]
			err := r.descend(r.fd, name)
			if err == nil {
				return nil
			}
			r.keepHere(here, name, err)
		}
	}
}

// sweep removes what is in the current directory but directories with contents,
// which become pending. It reports whether anything is to be done there yet.
func (r *remover) sweep(here *frame) (more bool, err error) {
	own, err := unix.Openat(r.fd, ".", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return false, err
	}
	names := os.NewFile(uintptr(own), "directory")
	defer names.Close()
	for {
		if err := r.ctx.Err(); err != nil {
			return false, err
		}
		list, err := names.Readdirnames(batch)
		for _, name := range list {
			if here.kept[name] {
				continue
			}
			full, err := r.unlink(r.fd, name)
			switch {
			case err != nil:
				r.keepHere(here, name, err)
			case full:
				here.pending = append(here.pending, name)
			}
		}
		if err == io.EOF || len(here.pending) >= batch {
			return len(here.pending) > 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// descend makes a directory with contents the current one.
func (r *remover) descend(dir int, name string) error {
	fd, err := openDir(dir, name)
	if err != nil {
		return err
	}
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		unix.Close(fd)
		return err
	}
	if stat.Mode&0o700 != 0o700 {
		loosen(fd)
	}
	if len(r.frames) > 0 {
		unix.Close(r.fd)
	}
	r.fd = fd
	r.frames = append(r.frames, frame{name: name, dev: stat.Dev, ino: stat.Ino})
	return nil
}

// up removes the current directory, which is empty now as far as it can be, and
// makes the one above it the current one.
func (r *remover) up() error {
	done := r.frames[len(r.frames)-1]
	if len(r.frames) == 1 {
		r.frames = nil
		if done.kept == nil {
			if _, err := r.unlink(r.parent, done.name); err != nil {
				r.keep("", err)
			}
		}
		return nil
	}
	above := &r.frames[len(r.frames)-2]
	fd, err := unix.Openat(r.fd, "..", unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil || stat.Dev != above.dev || stat.Ino != above.ino {
		unix.Close(fd)
		return errors.Join(err, errors.New("was moved meanwhile"))
	}
	unix.Close(r.fd)
	r.fd, r.frames = fd, r.frames[:len(r.frames)-1]
	if done.kept != nil { // and was told of
		above.keep(done.name)
		return nil
	}
	full, err := r.unlink(fd, done.name)
	if err == nil && full {
		err = errors.New("something was added meanwhile")
	}
	if err != nil {
		r.keepHere(above, done.name, err)
	}
	return nil
}
