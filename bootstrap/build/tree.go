package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A file is what a directory entry of a tree is, without its contents.
type file struct {
	name   string // from the tree: /usr/bin/x
	mode   fs.FileMode
	size   int64  // of a regular file
	time   int64  // modification, nanoseconds since 1970
	target string // of a link
}

// listTree returns everything below dir, sorted by name.
func listTree(dir string) ([]file, error) {
	var files []file
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		one := file{name: path[len(dir):], mode: info.Mode(), time: info.ModTime().UnixNano()}
		switch {
		case info.Mode().IsRegular():
			one.size = info.Size()
		case info.Mode()&fs.ModeSymlink != 0:
			if one.target, err = os.Readlink(path); err != nil {
				return err
			}
		}
		files = append(files, one)
		return nil
	})
	return files, err
}

// listingHash identifies a tree by what its entries are. It does not read the
// contents: a file that was cut off has another size.
func listingHash(dir string) (string, error) {
	files, err := listTree(dir)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	for _, f := range files {
		fmt.Fprintf(hash, "%q %o %d %d %q\n", f.name, f.mode, f.size, f.time, f.target)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// A Difference is a file that two trees do not have alike.
type Difference struct {
	File string `json:"file"`
	How  string `json:"how"`
}

func (d Difference) String() string { return d.File + ": " + d.How }

// compareTrees names what the second tree has otherwise than the first.
func compareTrees(first, second string) ([]Difference, error) {
	before, err := listTree(first)
	if err != nil {
		return nil, err
	}
	after, err := listTree(second)
	if err != nil {
		return nil, err
	}
	found := []Difference{}
	byName := make(map[string]file)
	for _, f := range after {
		byName[f.name] = f
	}
	for _, a := range before {
		b, ok := byName[a.name]
		delete(byName, a.name)
		how := "only in the store"
		if ok {
			if how, err = compareFiles(first, second, a, b); err != nil {
				return nil, err
			}
		}
		if how != "" {
			found = append(found, Difference{a.name, how})
		}
	}
	for name := range byName {
		found = append(found, Difference{name, "not in the store"})
	}
	slices.SortFunc(found, func(a, b Difference) int { return slices.Compare([]byte(a.File), []byte(b.File)) })
	return found, nil
}

func compareFiles(first, second string, a, b file) (string, error) {
	switch {
	case a.mode != b.mode:
		return fmt.Sprintf("mode %v, then %v", a.mode, b.mode), nil
	case a.target != b.target:
		return fmt.Sprintf("link to %s, then to %s", a.target, b.target), nil
	case a.size != b.size:
		return fmt.Sprintf("%d bytes, then %d", a.size, b.size), nil
	case a.time != b.time:
		return "another modification time", nil
	case !a.mode.IsRegular():
		return "", nil
	}
	one, err := os.ReadFile(filepath.Join(first, a.name))
	if err != nil {
		return "", err
	}
	other, err := os.ReadFile(filepath.Join(second, a.name))
	if err != nil {
		return "", err
	}
	for i := range min(len(one), len(other)) {
		if one[i] != other[i] {
			return fmt.Sprintf("contents differ from byte %d on", i), nil
		}
	}
	return "", nil
}
