// Package sparse reads files by their data and never reads their holes: a file of
// 8 TiB that takes no space on the disk is compared, copied and identified in the
// time that its data needs.
package sparse

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// Extents calls each for every run of a file's data, in order, with offset and
// length in bytes; between them are holes. The file's position is elsewhere after
// it. A file system that knows of no holes has files of one run.
func Extents(file *os.File, each func(offset, length int64) error) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	for at := int64(0); at < info.Size(); {
		begin, err := file.Seek(at, unix.SEEK_DATA)
		if errors.Is(err, unix.ENXIO) { // a hole up to the end
			return nil
		}
		if err != nil {
			return err
		}
		end, err := file.Seek(begin, unix.SEEK_HOLE)
		if err != nil {
			return err
		}
		if err := each(begin, end-begin); err != nil {
			return err
		}
		at = end
	}
	return nil
}

// hasHoles tells whether a part of the file is a hole.
func hasHoles(file *os.File, size int64) (bool, error) {
	hole, err := file.Seek(0, unix.SEEK_HOLE)
	if size == 0 || errors.Is(err, unix.ENXIO) {
		return false, nil
	}
	return hole < size, err
}

// Copy writes the data of one file into an empty one and leaves it the holes. Where
// the file system can share the data (FICLONE), nothing is copied.
func Copy(to, from *os.File) error {
	if unix.IoctlFileClone(int(to.Fd()), int(from.Fd())) == nil {
		return nil
	}
	info, err := from.Stat()
	if err != nil {
		return err
	}
	err = Extents(from, func(offset, length int64) error {
		if _, err := from.Seek(offset, io.SeekStart); err != nil {
			return err
		}
		if _, err := to.Seek(offset, io.SeekStart); err != nil {
			return err
		}
		_, err := io.CopyN(to, from, length)
		return err
	})
	if err != nil {
		return err
	}
	return to.Truncate(info.Size())
}
