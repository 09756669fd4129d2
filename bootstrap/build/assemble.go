package build

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A placer puts one regular file of a package into a root.
type placer func(from, to string, info fs.FileInfo) error

// linkFile makes the root's file the store's own: for roots that are only ever
// mounted read-only.
func linkFile(from, to string, _ fs.FileInfo) error { return os.Link(from, to) }

// copyFile makes a file of the root's own, with mode, times and owner.
func copyFile(from, to string, info fs.FileInfo) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	if closing := target.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return copyMeta(to, info)
}

// copyMeta gives a file or directory the owner, mode and time of another.
func copyMeta(to string, info fs.FileInfo) error {
	stat := info.Sys().(*syscall.Stat_t)
	if os.Geteuid() == 0 {
		if err := os.Lchown(to, int(stat.Uid), int(stat.Gid)); err != nil {
			return err
		}
	}
	// With its set-id and sticky bits, which os.FileMode keeps elsewhere.
	if err := unix.Chmod(to, stat.Mode&0o7777); err != nil {
		return err
	}
	return setTime(to, info.ModTime())
}

// setTime gives a file, or a link itself, its modification time.
func setTime(path string, when time.Time) error {
	stamp := unix.NsecToTimespec(when.UnixNano())
	return unix.UtimesNanoAt(unix.AT_FDCWD, path, []unix.Timespec{stamp, stamp}, unix.AT_SYMLINK_NOFOLLOW)
}

// A conflict is a name that two packages install, where not both have a
// directory.
type conflict struct{ file, first, second string }

func (c *conflict) Error() string {
	return fmt.Sprintf("%s is installed by both %s and %s; change one of the recipes (libraries go to /usr/lib, programs to /usr/bin)", c.file, c.first, c.second)
}

// assemble puts the packages' trees into root, which is empty. Directories may
// be shared; other files may not, and no package may install through another's
// symbolic link: trees come out of builds, and a link could lead out of root.
func (s *State) assemble(root string, steps []*Step, place placer) error {
	owner := make(map[string]string)
	for _, step := range steps {
		if err := merge(root, treeOf(s.dirOf(step)), step.Recipe.Name, owner, place); err != nil {
			return fmt.Errorf("assemble %s: %w", root, err)
		}
	}
	return nil
}

func merge(root, tree, name string, owner map[string]string, place placer) error {
	type directory struct {
		path string
		info fs.FileInfo
	}
	var dirs []directory
	err := filepath.WalkDir(tree, func(from string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		file := from[len(tree):]
		to := filepath.Join(root, file)
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if first, ok := owner[file]; ok {
			return &conflict{file, first, name}
		}
		if entry.IsDir() {
			dirs = append(dirs, directory{to, info})
			return os.MkdirAll(to, 0o755)
		}
		owner[file] = name
		switch {
		case info.Mode().IsRegular():
			return place(from, to, info)
		case info.Mode()&fs.ModeSymlink != 0:
			target, err := os.Readlink(from)
			if err != nil {
				return err
			}
			if err := os.Symlink(target, to); err != nil {
				return err
			}
			return setTime(to, info.ModTime())
		}
		return fmt.Errorf("%s of %s is neither a file, a directory nor a link", file, name)
	})
	if err != nil {
		return err
	}
	for i := len(dirs) - 1; i >= 0; i-- {
		if err := copyMeta(dirs[i].path, dirs[i].info); err != nil {
			return err
		}
	}
	return nil
}

// link makes a symbolic link below root unless something is there.
func link(root, name, target string) error {
	path := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	err := os.Symlink(target, path)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}
