// Package treehash identifies directory trees: by what their entries are, which is
// fast, or by what their files contain.
package treehash

import (
	"io/fs"
	"os"
	"path/filepath"
)

// An Entry is what a file, directory or link of a tree is, without its contents.
type Entry struct {
	Name   string // from the tree's directory on, as /usr/bin/x
	Mode   fs.FileMode
	Size   int64  // bytes, of a regular file
	Time   int64  // modification, nanoseconds since 1970
	Target string // of a symbolic link
}

// List returns everything below dir, in the order of filepath.WalkDir.
func List(dir string) ([]Entry, error) {
	var entries []Entry
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		one := Entry{Name: path[len(dir):], Mode: info.Mode(), Time: info.ModTime().UnixNano()}
		switch {
		case info.Mode().IsRegular():
			one.Size = info.Size()
		case info.Mode()&fs.ModeSymlink != 0:
			if one.Target, err = os.Readlink(path); err != nil {
				return err
			}
		}
		entries = append(entries, one)
		return nil
	})
	return entries, err
}
