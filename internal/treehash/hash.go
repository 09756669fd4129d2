package treehash

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Listing returns the sha256 of what List says of a tree, in hexadecimal. It does
// not read the files: one that was cut off has another size.
func Listing(dir string) (string, error) {
	entries, err := List(dir)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	for _, e := range entries {
		fmt.Fprintf(hash, "%q %o %d %d %q\n", e.Name, e.Mode, e.Size, e.Time, e.Target)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// Contents returns the sha256 of the names and contents of a tree's files, in
// hexadecimal. Modes, times and empty directories do not count.
func Contents(dir string) (string, error) {
	hash := sha256.New()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return addFile(hash, path, path[len(dir):])
	})
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

func addFile(hash io.Writer, path, name string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(hash, "%s %d\n%s", name, len(text), text)
	return err
}
