package build

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"golang.org/x/sys/unix"
)

// A jobserver shares the cores between builds as GNU make's jobserver shares them
// between makes ("POSIX Jobserver" in make's manual): a pipe with one byte per
// job that may run. A build takes one to begin, its implicit job; makes in it
// take more as long as there are any, and give them back.
type jobserver struct {
	jobs int
	fds  [2]int // of the ends; File.Fd would make them block
	// The ends that this process uses do not block; those that builds get are
	// opened anew, as blocking is a property of the open file.
	read, write *os.File
}

func newJobserver(jobs int) (*jobserver, error) {
	var ends [2]int
	if err := unix.Pipe2(ends[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err != nil {
		return nil, fmt.Errorf("make a pipe for the jobs: %w", err)
	}
	j := &jobserver{jobs: jobs, fds: ends, read: os.NewFile(uintptr(ends[0]), "jobs"), write: os.NewFile(uintptr(ends[1]), "jobs")}
	if err := j.refill(); err != nil {
		j.close()
		return nil, err
	}
	return j, nil
}

func (j *jobserver) close() {
	j.read.Close()
	j.write.Close()
}

// refill makes the pipe have all jobs, whatever builds that were killed took
// with them. It must only be called while none is running.
func (j *jobserver) refill() error {
	for buffer := make([]byte, 4096); ; {
		if n, err := unix.Read(j.fds[0], buffer); err != nil || n < len(buffer) {
			break
		}
	}
	_, err := j.write.Write(bytes.Repeat([]byte("+"), j.jobs))
	return err
}

// take waits for a job, or for the end of ctx.
func (j *jobserver) take(ctx context.Context) error {
	if err := j.read.SetReadDeadline(time.Time{}); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { j.read.SetReadDeadline(time.Now()) })
	defer stop()
	if _, err := j.read.Read(make([]byte, 1)); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("wait for a job: %w", err)
	}
	return nil
}

// put gives a job back.
func (j *jobserver) put() { j.write.Write([]byte("+")) }

// ends opens the pipe for a build. The caller closes the files.
func (j *jobserver) ends() ([]*os.File, error) {
	read, err := os.OpenFile(fmt.Sprintf("/proc/self/fd/%d", j.fds[0]), os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	write, err := os.OpenFile(fmt.Sprintf("/proc/self/fd/%d", j.fds[1]), os.O_WRONLY, 0)
	if err != nil {
		read.Close()
		return nil, err
	}
	return []*os.File{read, write}, nil
}

// makeFlags tell a make in the chroot where the jobserver is.
func makeFlags(jobs int) string {
	return fmt.Sprintf(" -j%d --jobserver-auth=%d,%d", jobs, chroot.ExtraFD, chroot.ExtraFD+1)
}
