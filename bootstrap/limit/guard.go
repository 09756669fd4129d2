package limit

import (
	"context"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// A Guard stops a build at the limits that the kernel does not keep: time,
// silence, log and disk.
type Guard struct {
	limits Limits
	begin  time.Time
	cancel context.CancelCauseFunc
	log    *Log
	first  atomic.Int64 // see Of
	ended  sync.WaitGroup
}

// Watch begins to watch a build that prints into log and writes below trees. The
// context that it returns ends when the build is to be stopped, with the reason
// as its cause; Close ends the watch.
func (l Limits) Watch(ctx context.Context, log io.Writer, trees ...string) (context.Context, *Guard, error) {
	disk, err := newDisk(l.Disk, trees)
	if err != nil {
		return nil, nil, err
	}
	if disk != nil {
		l.Disk = disk.limit
	}
	watched, cancel := context.WithCancelCause(ctx)
	g := &Guard{limits: l, begin: time.Now(), cancel: cancel}
	g.log = newLog(log, l.Log, cancel, func() error { return g.exceeded(LogOption, "") })
	g.ended.Go(func() { g.watchTime(watched) })
	g.ended.Go(func() { g.watchDisk(watched, disk) })
	return watched, g, nil
}

// Of says which process is the first of the build's PID namespace: what its processes
// have open counts for the disk, too.
func (g *Guard) Of(pid int) { g.first.Store(int64(pid)) }

// Log is what the build prints into.
func (g *Guard) Log() io.Writer { return g.log }

// Close ends the watch.
func (g *Guard) Close() {
	g.cancel(nil)
	g.ended.Wait()
}

// Reached is the error of a build that ended at a limit that the kernel keeps,
// by its option.
func (g *Guard) Reached(option string) error { return g.exceeded(option, "") }

func (g *Guard) exceeded(option, detail string) error {
	return &Exceeded{Option: option, Value: g.limits.value(option), After: time.Since(g.begin), Detail: detail}
}

// watchTime waits for the end of the time, or of the patience with silence.
func (g *Guard) watchTime(ctx context.Context) {
	for {
		next := time.Duration(1<<63 - 1)
		if g.limits.Time > 0 {
			left := g.limits.Time - time.Since(g.begin)
			if left <= 0 {
				g.cancel(g.exceeded(TimeOption, ""))
				return
			}
			next = min(next, left)
		}
		if g.limits.Silence > 0 {
			left := g.limits.Silence - g.log.silent()
			if left <= 0 {
				g.cancel(g.exceeded(SilenceOption, "it printed nothing"))
				return
			}
			next = min(next, left)
		}
		if !wait(ctx, next) {
			return
		}
	}
}

// wait tells whether a time has passed before ctx ended.
func wait(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
