package boot

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/moby/sys/mountinfo"
	"golang.org/x/sys/unix"
)

// cgroupPrefix, and the process that made it, name a machine's cgroup.
const cgroupPrefix = "wildebeest-"

// A cgroup is the cgroup2 subtree of one machine, on the host.
type cgroup struct{ dir string }

// newCgroup makes an empty subtree, and removes those whose makers have ended.
func newCgroup() (*cgroup, error) {
	mounts, err := mountinfo.GetMounts(func(m *mountinfo.Info) (skip, stop bool) {
		return m.FSType != "cgroup2", m.FSType == "cgroup2"
	})
	if err != nil {
		return nil, err
	}
	if len(mounts) == 0 {
		return nil, errors.New("no cgroup2 is mounted; systemd can't run without: mount -t cgroup2 none /sys/fs/cgroup")
	}
	base := mounts[0].Mountpoint
	if err := sweep(base); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(base, fmt.Sprintf("%s%d-", cgroupPrefix, os.Getpid()))
	if err != nil {
		return nil, fmt.Errorf("make a cgroup: %w", err)
	}
	return &cgroup{dir}, nil
}

// sweep removes the subtrees of processes that were killed before they could.
func sweep(base string) error {
	left, err := filepath.Glob(filepath.Join(base, cgroupPrefix+"*"))
	if err != nil {
		return err
	}
	for _, dir := range left {
		maker, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(dir), cgroupPrefix), "-")
		pid, err := strconv.Atoi(maker)
		if err != nil || unix.Kill(pid, 0) != unix.ESRCH {
			continue
		}
		if err := (&cgroup{dir}).remove(); err != nil {
			return err
		}
	}
	return nil
}

// forCommands opens the group of the commands that machine.run starts, beside
// those of the init system's units.
func (c *cgroup) forCommands() (*os.File, error) {
	dir := filepath.Join(c.dir, "commands")
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return os.Open(dir)
}

// removePatience is how long the kernel may take to release ended processes.
const removePatience = 5 * time.Second

// remove ends every process in the subtree and removes it from the leaves up.
func (c *cgroup) remove() error {
	// Not there before Linux 5.14; the end of the pid namespace did the same.
	os.WriteFile(filepath.Join(c.dir, "cgroup.kill"), []byte("1"), 0)
	deadline := time.Now().Add(removePatience)
	for {
		err := c.removeOnce()
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if !errors.Is(err, unix.EBUSY) || time.Now().After(deadline) {
			return fmt.Errorf("remove the cgroup: %w", err)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func (c *cgroup) removeOnce() error {
	var dirs []string
	err := filepath.WalkDir(c.dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			dirs = append(dirs, name)
		}
		return err
	})
	if err != nil {
		return err
	}
	for i := len(dirs) - 1; i >= 0; i-- {
		if err := unix.Rmdir(dirs[i]); err != nil {
			return &fs.PathError{Op: "rmdir", Path: dirs[i], Err: err}
		}
	}
	return nil
}
