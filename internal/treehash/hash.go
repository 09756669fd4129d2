package treehash

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"github.com/serpent-os/wildebeest/internal/sparse"
	"github.com/serpent-os/wildebeest/internal/tree"
)

// Listing returns the sha256 of what List says of a tree but owners and times of
// change, in hexadecimal. It does not read the files: one that was cut off has
// another size.
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

// Snapshot returns the sha256 of all that List says of a tree. Whatever is done to
// a file changes it, as nobody sets the time of a change. What is in directories
// that their owner, an ordinary user, may not read is left out.
func Snapshot(dir string) (string, error) {
	entries, err := list(dir, skipUnreadable)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	for _, e := range entries {
		fmt.Fprintf(hash, "%q %o %d %d %q %d %d %d\n", e.Name, e.Mode, e.Size, e.Time, e.Target, e.UID, e.GID, e.Changed)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

func skipUnreadable(e *tree.Entry) error {
	if e.IsDir() && os.Geteuid() != 0 && e.Stat.Mode&0o500 != 0o500 {
		return tree.SkipDir
	}
	return nil
}

// Contents returns the sha256 of the names and contents of a tree's files, in
// hexadecimal; the contents of a link are its target. Modes, times and empty
// directories do not count. Holes are hashed as zeros and not read.
func Contents(dir string) (string, error) {
	hash := sha256.New()
	err := tree.Walk(dir, func(e *tree.Entry) error {
		switch {
		case e.IsDir():
			return nil
		case e.IsLink():
			target, err := e.Readlink()
			fmt.Fprintf(hash, "%s %d\n%s", e.Name, len(target), target)
			return err
		case e.IsRegular():
			return addFile(hash, e)
		}
		return fmt.Errorf("%s: is neither a file, a directory nor a link", tree.Short(e.Name))
	})
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

func addFile(hash io.Writer, e *tree.Entry) error {
	file, err := e.Open()
	if err != nil {
		return err
	}
	defer file.Close()
	fmt.Fprintf(hash, "%s %d\n", e.Name, e.Stat.Size)
	at := int64(0)
	err = sparse.Extents(file, func(offset, length int64) error {
		if err := addZeros(hash, offset-at); err != nil {
			return err
		}
		at = offset + length
		_, err := io.Copy(hash, io.NewSectionReader(file, offset, length))
		return err
	})
	if err != nil {
		return &os.PathError{Op: "read", Path: tree.Short(e.Name), Err: err}
	}
	return addZeros(hash, e.Stat.Size-at)
}

var zeros [64 << 10]byte

func addZeros(hash io.Writer, count int64) error {
	for ; count > 0; count -= int64(len(zeros)) {
		if _, err := hash.Write(zeros[:min(count, int64(len(zeros)))]); err != nil {
			return err
		}
	}
	return nil
}
