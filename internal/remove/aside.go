package remove

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// OrMove removes path, and moves what can't be removed into the directory trash,
// on the same file system, so that path is free in either case. The note says in
// a line what was moved, and why; it is "" where all was removed. The error is for
// what could neither be removed nor moved, and for
// ctx having ended.
func OrMove(ctx context.Context, path, trash string) (note string, err error) {
	left := Until(ctx, path)
	if left == nil || ctx.Err() != nil {
		return "", left
	}
	if err := os.MkdirAll(trash, 0o700); err != nil {
		return "", errors.Join(left, err)
	}
	place, err := os.MkdirTemp(trash, "left-")
	if err != nil {
		return "", errors.Join(left, err)
	}
	to := filepath.Join(place, filepath.Base(path))
	err = os.Rename(path, to)
	if errors.Is(err, unix.EPERM) || errors.Is(err, unix.EACCES) {
		unlockParentOf(path)
		err = os.Rename(path, to)
	}
	if err != nil {
		os.Remove(place)
		return "", errors.Join(left, err)
	}
	return fmt.Sprintf("%v; moved to %s", left, to), nil
}

// unlockParentOf clears what keeps a name from being moved.
func unlockParentOf(path string) {
	dir, err := unix.Open(filepath.Dir(path), unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err == nil {
		loosen(dir)
		unix.Close(dir)
	}
}
