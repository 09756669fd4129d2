package chroot

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/internal/cgroup"
	"golang.org/x/sys/unix"
)

// A holder keeps the limits of a command's processes together.
type holder struct {
	group *cgroup.Group
	done  chan struct{} // closed by release, which waits for
	watch *sync.WaitGroup
}

// confine puts the first process, which waits for the request, into a cgroup with
// the spec's limits. Those that a cgroup keeps are taken out of the spec; the rest
// are for applyLimits.
func confine(spec *Spec, first *os.Process) holder {
	h := holder{group: &cgroup.Group{}, done: make(chan struct{}), watch: &sync.WaitGroup{}}
	if !spec.Confined {
		return h
	}
	widen(first.Pid, spec.Limits)
	group, holds := cgroup.NewLimited(cgroup.Limits{Memory: int64(spec.Limits.Memory), Processes: spec.Limits.Processes})
	if group.Add(first.Pid) != nil {
		group.Remove() // not allowed to move processes there
		return h
	}
	h.group = group
	if holds.Memory {
		spec.Limits.Memory = 0
		h.watch.Go(func() { h.endKilled(first) })
	}
	return h
}

// killInterval is how often a command is looked at for a process that was killed
// for its memory. cgroup2 ends all of them itself.
const killInterval = 500 * time.Millisecond

// endKilled ends a command that lost a process to the memory limit.
func (h holder) endKilled(first *os.Process) {
	for {
		select {
		case <-h.done:
			return
		case <-time.After(killInterval):
		}
		if h.group.Killed() {
			first.Kill()
			return
		}
	}
}

// killed tells whether the kernel ended a process for the memory limit.
func (h holder) killed() bool { return h.group.Killed() }

// judge adds to a result what is known about its limits.
func (h holder) judge(r Result) Result {
	r.Memory = h.group.Peak()
	switch {
	case h.group.Killed():
		r.Reached = limit.MemoryOption
	case r.Status == 128+int(unix.SIGXFSZ):
		r.Reached = limit.FileSizeOption
	case r.Status != 0 && h.group.Refused():
		r.Reached = limit.ProcessOption
	}
	return r
}

// release removes the cgroup.
func (h holder) release() {
	close(h.done)
	h.watch.Wait()
	h.group.Remove()
}

// A resource is one that a process's limits (getrlimit(2)) bound. What the caller
// has must not change what a build makes, so each has a value of its own.
type resource struct {
	number     int
	option     string // ulimit's, for the message; in bytes, processes, files or seconds
	soft, hard uint64
	least      uint64 // no build is begun where the caller may have less than this
}

const unlimited = ^uint64(0)

// resources are those of a spec; a limit that is not named stays the caller's.
func resources(l limit.Kernel) []resource {
	orUnlimited := func(n uint64) uint64 {
		if n == 0 {
			return unlimited
		}
		return n
	}
	files, processes := uint64(l.Files), orUnlimited(uint64(l.Processes))
	fileSize, data := orUnlimited(uint64(l.FileSize)), orUnlimited(uint64(l.Memory))
	all := []resource{
		{number: unix.RLIMIT_CORE, option: "c"},
		{number: unix.RLIMIT_CPU, option: "t", soft: unlimited, hard: unlimited, least: unlimited},
		{number: unix.RLIMIT_AS, option: "v", soft: unlimited, hard: unlimited, least: 1 << 30},
		{number: unix.RLIMIT_DATA, option: "d", soft: data, hard: data, least: min(data, 1<<30)},
		{number: unix.RLIMIT_FSIZE, option: "f", soft: fileSize, hard: fileSize, least: min(fileSize, 1<<30)},
		// Threads of glibc's programs take this much each, and the kernel's layout of
		// memory is another one without a limit.
		{number: unix.RLIMIT_STACK, option: "s", soft: 8 << 20, hard: unlimited, least: 8 << 20},
		{number: unix.RLIMIT_NPROC, option: "u", soft: processes, hard: processes, least: min(processes, 64)},
		{number: unix.RLIMIT_MEMLOCK, option: "l", soft: 64 << 10, hard: 64 << 10},
		// Users of sound have these raised; a build must not take the processors from
		// the machine.
		{number: unix.RLIMIT_RTPRIO, option: "r"},
		{number: unix.RLIMIT_NICE, option: "e"},
	}
	if files > 0 {
		all = append(all, resource{number: unix.RLIMIT_NOFILE, option: "n", soft: files, hard: files, least: min(files, 256)})
	}
	return all
}

// widen raises hard limits of the caller's that are lower than the wanted ones, as
// far as the caller may. The process itself, in its user namespace, can't.
func widen(pid int, l limit.Kernel) {
	for _, r := range resources(l) {
		var has unix.Rlimit
		if unix.Prlimit(pid, r.number, nil, &has) == nil && has.Max < r.hard {
			unix.Prlimit(pid, r.number, &unix.Rlimit{Cur: has.Cur, Max: r.hard}, nil)
		}
	}
}

// applyLimits gives this process, and what it starts, the limits of a confined
// command. It is an error when the caller has so little of something that a build
// could fail for it.
func applyLimits(spec Spec) error {
	if !spec.Confined {
		return nil
	}
	for _, r := range resources(spec.Limits) {
		if err := r.apply(); err != nil {
			return err
		}
	}
	return nil
}

// apply sets the limit, or as much of it as the caller's own allows: only root
// may raise a hard limit (CAP_SYS_RESOURCE of capabilities(7)).
func (r resource) apply() error {
	if unix.Setrlimit(r.number, &unix.Rlimit{Cur: r.soft, Max: r.hard}) == nil {
		return nil
	}
	var has unix.Rlimit
	if err := unix.Getrlimit(r.number, &has); err != nil {
		return fmt.Errorf("limit ulimit -%s: %w", r.option, err)
	}
	if has.Max < r.least {
		return fmt.Errorf("the caller's limit `ulimit -H%s` is %d, a build needs %s; raise it", r.option, has.Max, atLeast(r.least))
	}
	lowered := unix.Rlimit{Cur: min(r.soft, has.Max), Max: min(r.hard, has.Max)}
	if err := unix.Setrlimit(r.number, &lowered); err != nil {
		return fmt.Errorf("limit ulimit -%s to %d: %w", r.option, lowered.Max, err)
	}
	return nil
}

func atLeast(n uint64) string {
	if n == unlimited {
		return "unlimited"
	}
	return fmt.Sprintf("at least %d", n)
}
