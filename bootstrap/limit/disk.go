package limit

import (
	"context"
	"fmt"
	"slices"
	"time"

	"golang.org/x/sys/unix"
)

// A disk watches what a build takes of the disk. Adding up a large tree costs
// seconds, so that is done seldom; how much the file system has left costs
// nothing, and says when to look.
type disk struct {
	limit   Size
	trees   []string // on one file system
	reserve Size     // what the file system must have left, and
	inodes  uint64   // how many inodes
}

// space is what a file system has left.
type space struct {
	bytes  Size
	inodes uint64
	kept   bool // it counts inodes
}

func left(path string) (space, error) {
	var fs unix.Statfs_t
	if err := unix.Statfs(path, &fs); err != nil {
		return space{}, fmt.Errorf("space left at %s: %w", path, err)
	}
	return space{Size(fs.Bavail) * Size(fs.Bsize), fs.Ffree, fs.Files > 0}, nil
}

// leastPercent is the part of what was free at the begin of a build, in percent,
// that must stay free whoever takes the rest: the driver has to write, too.
const leastPercent = 2

// newDisk prepares the watch at the begin of a build. An automatic limit is nine
// tenths of what is free now.
func newDisk(limit Size, trees []string) (*disk, error) {
	if len(trees) == 0 || limit == 0 {
		return nil, nil
	}
	now, err := left(trees[0])
	if err != nil {
		return nil, err
	}
	if limit == Automatic {
		limit = now.bytes / 100 * share
	}
	return &disk{limit: limit, trees: trees, reserve: now.bytes / 100 * leastPercent, inodes: now.inodes / 100 * leastPercent}, nil
}

// How often the disk is looked at. A walk may cost 1 % of the time at most, and 5 %
// when the file system says that the limit may have been reached.
const (
	diskInterval = 250 * time.Millisecond
	walkInterval = 30 * time.Second
	seldom       = 100
	hurried      = 20
)

// watchDisk stops the build when it has taken too much.
func (g *Guard) watchDisk(ctx context.Context, d *disk) {
	if d == nil {
		return
	}
	var known usage // by the last walk,
	walked, took := time.Now(), time.Duration(0)
	before, err := left(d.trees[0]) // and what was left then
	for wait(ctx, diskInterval) && err == nil {
		var now space
		if now, err = left(d.trees[0]); err != nil {
			break
		}
		if now.bytes < d.reserve || (now.kept && now.inodes < d.inodes) {
			g.cancel(g.exceeded(DiskOption, fmt.Sprintf("only %s and %d inodes are left of its file system", approximate(now.bytes), now.inodes)))
			return
		}
		since := time.Since(walked)
		near := known.bytes+before.bytes-now.bytes >= d.limit
		if due := max(walkInterval, seldom*took); since < due && !(near && since >= hurried*took) {
			continue
		}
		begin := time.Now()
		known = count(ctx, d.trees)
		known.bytes += unnamed(ctx, int(g.first.Load()), d.trees[0])
		walked, took, before = time.Now(), time.Since(begin), now
		if known.bytes > d.limit {
			g.cancel(g.exceeded(DiskOption, fmt.Sprintf("it has taken %s", approximate(known.bytes))))
			return
		}
	}
}

// approximate is a size for a reader.
func approximate(s Size) string {
	for _, unit := range units {
		if s >= 10*unit.bytes {
			return fmt.Sprintf("%d %sB", s/unit.bytes, unit.letter)
		}
	}
	return fmt.Sprintf("%d bytes", s)
}

// A usage is what trees take of a disk.
type usage struct {
	bytes Size // of blocks
	files int
	seen  map[uint64]bool // inodes with several names
}

// Bounds of a walk. Deeper trees are a build's test of paths that are too long, or
// an attempt to hide something; the file system's own count knows them.
const (
	maxDepth = 200
	maxSeen  = 1 << 20
)

// count adds up the blocks of trees that a build is writing. It opens every
// directory beneath its parent and follows no link, so that nothing leads it out.
func count(ctx context.Context, trees []string) usage {
	u := usage{seen: make(map[uint64]bool)}
	for _, tree := range trees {
		fd, err := unix.Open(tree, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		if err == nil {
			u.addDirectory(ctx, fd, 0)
		}
	}
	return u
}

// addDirectory adds what is in an open directory, and closes it.
func (u *usage) addDirectory(ctx context.Context, fd, depth int) {
	defer unix.Close(fd)
	buffer := make([]byte, 8<<10)
	var below []string
	for ctx.Err() == nil {
		n, err := unix.ReadDirent(fd, buffer)
		if err != nil || n <= 0 {
			break
		}
		_, _, names := unix.ParseDirent(buffer[:n], -1, nil)
		for _, name := range names {
			if u.add(fd, name) {
				below = append(below, name)
			}
		}
	}
	if depth == maxDepth {
		return
	}
	for name := range slices.Values(below) {
		child, err := unix.Openat(fd, name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		if err == nil {
			u.addDirectory(ctx, child, depth+1)
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// add adds one entry of a directory, and tells whether it is a directory.
func (u *usage) add(fd int, name string) bool {
	var stat unix.Stat_t
	if unix.Fstatat(fd, name, &stat, unix.AT_SYMLINK_NOFOLLOW) != nil {
		return false // gone
	}
	directory := stat.Mode&unix.S_IFMT == unix.S_IFDIR
	if stat.Nlink > 1 && !directory {
		if u.seen[stat.Ino] {
			return false
		}
		if len(u.seen) < maxSeen {
			u.seen[stat.Ino] = true
		}
	}
	u.files++
	u.bytes += Size(stat.Blocks) * 512
	return directory
}
