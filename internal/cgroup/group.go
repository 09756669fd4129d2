// Package cgroup makes control groups (cgroups(7)) of both versions: for a
// command whose processes are limited together, and for a system that manages
// groups of its own. A group is locked (flock(2)) as long as its maker lives; who
// makes the next one removes those that nobody holds.
package cgroup

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

// prefix begins the names of all groups.
const prefix = "wildebeest-"

// A Group is a control group: a directory in each hierarchy that it needs.
type Group struct{ parts []part }

// A part is the group's directory in one hierarchy.
type part struct {
	place
	dir  string
	lock *os.File // the directory, locked
}

// NewSubtree makes a group of cgroup2 for a system that manages groups itself.
func NewSubtree() (*Group, error) {
	mounts, err := mountinfo.GetMounts(func(m *mountinfo.Info) (skip, stop bool) {
		return m.FSType != "cgroup2", m.FSType == "cgroup2"
	})
	if err != nil {
		return nil, err
	}
	if len(mounts) == 0 {
		return nil, errors.New("no cgroup2 is mounted; systemd can't run without: mount -t cgroup2 none /sys/fs/cgroup")
	}
	p, err := place{dir: mounts[0].Mountpoint, unified: true}.make()
	if err != nil {
		return nil, err
	}
	return &Group{[]part{p}}, nil
}

// Dir is the first directory of a group.
func (g *Group) Dir() string { return g.parts[0].dir }

// Child opens a group in a group, which is made where it is not there.
func (g *Group) Child(name string) (*os.File, error) {
	dir := filepath.Join(g.Dir(), name)
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return os.Open(dir)
}

// make makes a locked directory.
func (p place) make() (part, error) {
	for {
		dir, err := os.MkdirTemp(p.dir, prefix)
		if err != nil {
			return part{}, fmt.Errorf("make a cgroup: %w", err)
		}
		lock, err := hold(dir)
		if err == nil {
			return part{place: p, dir: dir, lock: lock}, nil
		}
		// Another process swept it between the two calls.
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, unix.EWOULDBLOCK) {
			return part{}, errors.Join(fmt.Errorf("lock a cgroup: %w", err), unix.Rmdir(dir))
		}
	}
}

// hold locks a group's directory, unless somebody else does.
func hold(dir string) (*os.File, error) {
	file, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		file.Close()
		return nil, err
	}
	if _, err := os.Stat(dir); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// sweepDepth is how deep below a mount groups are looked for: services and
// sessions are three levels down, containers in them some more.
const sweepDepth = 6

// Sweep removes the groups of makers that were killed before they could, wherever
// those were in the hierarchies that are mounted.
func Sweep() error {
	mounts, err := mountinfo.GetMounts(mountinfo.FSTypeFilter("cgroup", "cgroup2"))
	if err != nil {
		return err
	}
	var errs []error
	for _, mount := range mounts {
		if mount.FSType == "cgroup2" || len(known(strings.Split(mount.VFSOptions, ","))) > 0 {
			errs = append(errs, sweep(mount.Mountpoint, sweepDepth))
		}
	}
	return errors.Join(errs...)
}

func sweep(dir string, depth int) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // not this user's, or gone
	}
	var errs []error
	for _, entry := range entries {
		below := filepath.Join(dir, entry.Name())
		switch {
		case !entry.IsDir():
		case strings.HasPrefix(entry.Name(), prefix):
			errs = append(errs, removeLeft(below))
		case depth > 0:
			errs = append(errs, sweep(below, depth-1))
		}
	}
	return errors.Join(errs...)
}

// removeLeft removes a group unless its maker lives, or it is another user's.
func removeLeft(dir string) error {
	if unix.Access(dir, unix.W_OK) != nil {
		return nil
	}
	lock, err := hold(dir)
	if err != nil {
		return nil
	}
	defer lock.Close()
	return remove(dir)
}

// Add moves a process, with what it will start, into the group.
func (g *Group) Add(pid int) error {
	for _, p := range g.parts {
		if err := write(p.dir, "cgroup.procs", strconv.Itoa(pid)); err != nil {
			return err
		}
	}
	return nil
}

// Remove ends every process in the group and removes it, with those made in it.
func (g *Group) Remove() error {
	var errs []error
	for _, p := range g.parts {
		errs = append(errs, remove(p.dir))
		p.lock.Close()
	}
	g.parts = nil
	return errors.Join(errs...)
}

// removePatience is how long the kernel may take to release ended processes.
const removePatience = 5 * time.Second

// remove ends every process in a directory of groups and removes it from the
// leaves up.
func remove(dir string) error {
	deadline := time.Now().Add(removePatience)
	for {
		kill(dir)
		err := removeOnce(dir)
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if !errors.Is(err, unix.EBUSY) || time.Now().After(deadline) {
			return fmt.Errorf("remove the cgroup: %w", err)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// kill ends the processes of a group and of those in it, at once where the kernel
// can (cgroup2 since Linux 5.14).
func kill(dir string) {
	if write(dir, "cgroup.kill", "1") == nil {
		return
	}
	filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() != "cgroup.procs" {
			return nil
		}
		text, _ := os.ReadFile(name)
		for _, field := range strings.Fields(string(text)) {
			// 0 is a process of another pid namespace; a signal to it is one to us.
			if pid, err := strconv.Atoi(field); err == nil && pid > 0 {
				unix.Kill(pid, unix.SIGKILL)
			}
		}
		return nil
	})
}

func removeOnce(top string) error {
	var dirs []string
	err := filepath.WalkDir(top, func(name string, entry fs.DirEntry, err error) error {
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

// write sets a file of a group that is there.
func write(dir, name, value string) error {
	file, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteString(value)
	return errors.Join(err, file.Close())
}
