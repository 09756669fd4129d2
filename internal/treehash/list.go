// Package treehash identifies directory trees: by what their entries are, which is
// fast, or by what their files contain. No link is followed.
package treehash

import (
	"io/fs"

	"github.com/serpent-os/wildebeest/internal/tree"
)

// An Entry is what a file, directory or link of a tree is, without its contents.
type Entry struct {
	Name     string // from the tree's directory on, as /usr/bin/x
	Mode     fs.FileMode
	Size     int64  // bytes, of a regular file
	Time     int64  // modification, nanoseconds since 1970
	Target   string // of a symbolic link
	UID, GID uint32
	Changed  int64 // the last change of the file or of what stat(2) says of it, nanoseconds since 1970
}

// List returns everything below dir, in the order of filepath.WalkDir.
func List(dir string) ([]Entry, error) { return list(dir, func(*tree.Entry) error { return nil }) }

// list is List without what is below the directories for which look returns
// tree.SkipDir.
func list(dir string, look func(*tree.Entry) error) ([]Entry, error) {
	var entries []Entry
	err := tree.Walk(dir, func(e *tree.Entry) error {
		if e.Name == "" {
			return nil
		}
		one := Entry{
			Name: e.Name, Mode: e.Mode(), Time: e.Stat.Mtim.Nano(),
			UID: e.Stat.Uid, GID: e.Stat.Gid, Changed: e.Stat.Ctim.Nano(),
		}
		switch {
		case e.IsRegular():
			one.Size = e.Stat.Size
		case e.IsLink():
			var err error
			if one.Target, err = e.Readlink(); err != nil {
				return err
			}
		}
		entries = append(entries, one)
		return look(e)
	})
	return entries, err
}
