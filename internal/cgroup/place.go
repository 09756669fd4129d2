package cgroup

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/moby/sys/mountinfo"
)

// Controllers that groups of this package use.
const (
	memory = "memory"
	pids   = "pids"
)

// A place is a directory below which groups can be made.
type place struct {
	dir         string
	unified     bool     // of cgroup2, where one hierarchy has all controllers
	controllers []string // of memory and pids, those that a group made here has
}

// A membership is a line of /proc/PID/cgroup: the group that a process is in, of
// the hierarchy of these controllers; cgroup2's line names none.
type membership struct {
	controllers []string
	path        string
}

// parseMemberships reads a /proc/PID/cgroup (cgroups(7)).
func parseMemberships(text string) []membership {
	var all []membership
	for line := range strings.Lines(text) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), ":", 3)
		if len(fields) != 3 {
			continue
		}
		m := membership{path: fields[2]}
		if fields[1] != "" {
			m.controllers = strings.Split(fields[1], ",")
		}
		all = append(all, m)
	}
	return all
}

// own returns the directories of this process's groups in the hierarchies that
// are mounted, each with the controllers that it may have.
func own() []place {
	text, err := os.ReadFile("/proc/self/cgroup")
	if err != nil {
		return nil
	}
	mounts, err := mountinfo.GetMounts(mountinfo.FSTypeFilter("cgroup", "cgroup2"))
	if err != nil {
		return nil
	}
	var found []place
	for _, member := range parseMemberships(string(text)) {
		for _, mount := range mounts {
			if dir, ok := member.in(mount); ok {
				found = append(found, place{dir: dir, unified: mount.FSType == "cgroup2", controllers: known(member.controllers)})
				break
			}
		}
	}
	return found
}

// in returns the directory of the membership's group below a mount of its
// hierarchy.
func (m membership) in(mount *mountinfo.Info) (string, bool) {
	if unified := mount.FSType == "cgroup2"; unified != (m.controllers == nil) {
		return "", false
	}
	options := strings.Split(mount.VFSOptions, ",")
	for _, controller := range m.controllers {
		if !slices.Contains(options, controller) {
			return "", false
		}
	}
	below, err := filepath.Rel(mount.Root, m.path)
	if err != nil || below == ".." || strings.HasPrefix(below, "../") {
		return "", false
	}
	return filepath.Join(mount.Mountpoint, below), true
}

func known(controllers []string) []string {
	var found []string
	for _, c := range controllers {
		if c == memory || c == pids {
			found = append(found, c)
		}
	}
	return found
}

// places returns where groups with memory or pids can be made, so that the limits
// of this process's own group hold for them as well.
func places() []place {
	var found []place
	for _, p := range own() {
		switch {
		case p.unified:
			if at, ok := delegated(p.dir); ok {
				found = append(found, at)
			}
		case len(p.controllers) > 0:
			found = append(found, p)
		}
	}
	return found
}

// delegated returns the nearest directory of cgroup2 from dir up whose children
// have controllers. It is dir itself only at the root: elsewhere a group with
// processes has no children with controllers ("no internal processes" of
// cgroups(7)), and so a group is made beside this process's own.
func delegated(dir string) (place, bool) {
	if _, err := os.Stat(filepath.Join(dir, "cgroup.type")); err != nil { // the root has none
		write(dir, "cgroup.subtree_control", "+memory +pids")
	}
	for {
		text, err := os.ReadFile(filepath.Join(dir, "cgroup.subtree_control"))
		if err != nil {
			return place{}, false // above the mount
		}
		if has := known(strings.Fields(string(text))); len(has) > 0 {
			return place{dir: dir, unified: true, controllers: has}, true
		}
		dir = filepath.Dir(dir)
	}
}
