package limit

import (
	"context"
	"fmt"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// maxOpen bounds how many open files are looked at.
const maxOpen = 1 << 18

// unnamed adds up the blocks of files without a name, on the file system of a path,
// that processes of a PID namespace have open or mapped: of them no directory tells.
// first is a process of the namespace; 0 is none.
func unnamed(ctx context.Context, first int, path string) Size {
	var disk unix.Stat_t
	if first == 0 || unix.Stat(path, &disk) != nil {
		return 0
	}
	files := unnamedFiles{disk: disk.Dev, seen: make(map[uint64]bool)}
	for _, process := range processesBeside(first) {
		for _, directory := range []string{"fd", "map_files"} {
			if ctx.Err() == nil {
				files.addAll(fmt.Sprintf("/proc/%d/%s", process, directory))
			}
		}
	}
	return files.bytes
}

// processesBeside are the processes in the PID namespace of one.
func processesBeside(first int) (all []int) {
	namespace, err := os.Readlink(fmt.Sprintf("/proc/%d/ns/pid", first))
	if err != nil {
		return nil // it has ended
	}
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		if its, err := os.Readlink(fmt.Sprintf("/proc/%d/ns/pid", pid)); err == nil && its == namespace {
			all = append(all, pid)
		}
	}
	return all
}

// unnamedFiles are the files without a name that were met on a disk.
type unnamedFiles struct {
	disk   uint64
	bytes  Size
	looked int
	seen   map[uint64]bool // inodes
}

// addAll adds the files that a directory of /proc leads to.
func (u *unnamedFiles) addAll(directory string) {
	dir, err := os.Open(directory)
	if err != nil {
		return // ended, or not ours to see
	}
	defer dir.Close()
	for u.looked < maxOpen {
		names, err := dir.Readdirnames(1 << 10)
		for _, name := range names {
			u.looked++
			var stat unix.Stat_t
			if unix.Stat(directory+"/"+name, &stat) != nil || stat.Nlink > 0 || stat.Dev != u.disk || stat.Mode&unix.S_IFMT != unix.S_IFREG || u.seen[stat.Ino] {
				continue
			}
			u.seen[stat.Ino] = true
			u.bytes += Size(stat.Blocks) * 512
		}
		if err != nil {
			return
		}
	}
}
