package cgroup

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Limits are of all processes of a group together; 0 is none.
type Limits struct {
	Memory    int64 // bytes; without swap
	Processes int   // processes and threads
}

// Holds tells which of some limits a group keeps.
type Holds struct{ Memory, Processes bool }

// NewLimited makes a group with limits, and says which of them it keeps: not all
// machines have these controllers, and not every user may make a group. A group
// that keeps none has no directory.
func NewLimited(l Limits) (*Group, Holds) {
	g, holds := &Group{}, Holds{}
	for _, at := range places() {
		p, err := at.make()
		if err != nil {
			continue
		}
		memoryHeld, pidsHeld := p.limit(l)
		if !memoryHeld && !pidsHeld {
			remove(p.dir)
			p.lock.Close()
			continue
		}
		g.parts = append(g.parts, p)
		holds.Memory, holds.Processes = holds.Memory || memoryHeld, holds.Processes || pidsHeld
	}
	return g, holds
}

// limit sets the limits that the part's controllers have.
func (p part) limit(l Limits) (memoryHeld, pidsHeld bool) {
	if slices.Contains(p.controllers, memory) && l.Memory > 0 {
		memoryHeld = p.limitMemory(strconv.FormatInt(l.Memory, 10)) == nil
	}
	if slices.Contains(p.controllers, pids) && l.Processes > 0 {
		pidsHeld = write(p.dir, "pids.max", strconv.Itoa(l.Processes)) == nil
	}
	return memoryHeld, pidsHeld
}

// limitMemory sets a limit of memory, and as good as possible one of swap, whose
// files are there only where the kernel counts it.
func (p part) limitMemory(bytes string) error {
	if !p.unified {
		if err := write(p.dir, "memory.limit_in_bytes", bytes); err != nil {
			return err
		}
		write(p.dir, "memory.memsw.limit_in_bytes", bytes) // memory and swap together
		return nil
	}
	write(p.dir, "memory.swap.max", "0")
	write(p.dir, "memory.oom.group", "1") // a build without one of its processes is of no use
	return write(p.dir, "memory.max", bytes)
}

// Killed tells whether the kernel killed a process because the group was at its
// limit of memory.
func (g *Group) Killed() bool {
	return g.count("memory.events", "oom_kill") > 0 || g.count("memory.oom_control", "oom_kill") > 0
}

// Refused tells whether a process was not started because the group was at its
// limit of processes.
func (g *Group) Refused() bool { return g.count("pids.events", "max") > 0 }

// count finds "KEY NUMBER" in a file of the group.
func (g *Group) count(file, key string) int64 {
	for _, p := range g.parts {
		text, _ := os.ReadFile(filepath.Join(p.dir, file))
		for line := range strings.Lines(string(text)) {
			if fields := strings.Fields(line); len(fields) == 2 && fields[0] == key {
				n, _ := strconv.ParseInt(fields[1], 10, 64)
				return n
			}
		}
	}
	return 0
}

// Peak is the most memory, in bytes, that the group's processes had together; 0
// where the kernel does not say.
func (g *Group) Peak() int64 {
	for _, p := range g.parts {
		for _, name := range []string{"memory.peak", "memory.max_usage_in_bytes"} {
			if n, err := number(filepath.Join(p.dir, name)); err == nil {
				return n
			}
		}
	}
	return 0
}

// OwnMemory is the smallest limit of memory, in bytes, of this process's own
// groups and of those above; 0 where there is none.
func OwnMemory() int64 {
	var least int64
	for _, p := range own() {
		for dir := p.dir; ; dir = filepath.Dir(dir) {
			if _, err := os.Stat(filepath.Join(dir, "cgroup.procs")); err != nil {
				break // above the mount
			}
			for _, name := range []string{"memory.max", "memory.limit_in_bytes"} {
				// Version 1 says "none" by a number that no machine has.
				if n, err := number(filepath.Join(dir, name)); err == nil && n < 1<<60 && (least == 0 || n < least) {
					least = n
				}
			}
		}
	}
	return least
}

func number(path string) (int64, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	if err != nil {
		return 0, errors.Unwrap(err)
	}
	return n, nil
}
