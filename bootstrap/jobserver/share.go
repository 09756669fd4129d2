package jobserver

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"golang.org/x/sys/unix"
)

// A Share is one build's part of the jobs: a pipe out of which its makes take a
// byte for each job, and another one into which they give it back. The build's
// ends are open files of its own, so that it may make them block or not.
type Share struct {
	server   *Server
	offers   *os.File // written here
	offered  *os.File // and read here, to take offers back
	returned *os.File
	ends     []*os.File // the build's: to take, to give back

	lent int       // jobs that the build has, or that lie in the pipe
	owed int       // jobs that were counted as given back before they were
	left int       // how many offers were lying when last seen
	rest time.Time // until then others come first, as it took no offer
	idle time.Duration
}

// NewShare makes the share of a build that begins.
func (j *Server) NewShare() (*Share, error) {
	s := &Share{server: j}
	if err := s.open(); err != nil {
		s.closeFiles()
		return nil, fmt.Errorf("make the pipes of the jobserver: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.shares = append(j.shares, s)
	j.settle()
	go s.receive()
	return s, nil
}

func (s *Share) open() error {
	var offers, returns [2]int
	if err := unix.Pipe2(offers[:], unix.O_CLOEXEC); err != nil {
		return err
	}
	s.ends = []*os.File{os.NewFile(uintptr(offers[0]), "jobs")}
	defer unix.Close(offers[1])
	if err := unix.Pipe2(returns[:], unix.O_CLOEXEC); err != nil {
		return err
	}
	s.ends = append(s.ends, os.NewFile(uintptr(returns[1]), "jobs"))
	defer unix.Close(returns[0])
	var errs [3]error
	s.offers, errs[0] = reopen(offers[1], os.O_WRONLY)
	s.offered, errs[1] = reopen(offers[0], os.O_RDONLY)
	s.returned, errs[2] = reopen(returns[0], os.O_RDONLY)
	return errors.Join(errs[:]...)
}

// reopen opens an end of a pipe anew: whether it blocks is a property of the open
// file, and not of the pipe.
func reopen(fd, mode int) (*os.File, error) {
	return os.OpenFile(fmt.Sprintf("/proc/self/fd/%d", fd), mode|unix.O_NONBLOCK, 0)
}

func (s *Share) closeFiles() {
	for _, file := range append(s.ends, s.offers, s.offered, s.returned) {
		if file != nil {
			file.Close()
		}
	}
}

// Close ends the share, with its build, and takes back all that was lent.
func (s *Share) Close() {
	j := s.server
	j.mu.Lock()
	defer j.mu.Unlock()
	j.used -= s.lent
	j.shares = slices.DeleteFunc(j.shares, func(other *Share) bool { return other == s })
	s.closeFiles()
	j.settle()
}

// flooded is how long the receiver pauses after more bytes than jobs were lent.
const flooded = 10 * time.Millisecond

// receive reads what makes give back, until the share is closed.
func (s *Share) receive() {
	buffer := make([]byte, 4096)
	for {
		n, err := s.returned.Read(buffer)
		if err != nil {
			return
		}
		if !s.credit(n) {
			time.Sleep(flooded)
		}
	}
}

// credit takes back n jobs, and tells whether the build had so many.
func (s *Share) credit(n int) bool {
	j := s.server
	j.mu.Lock()
	defer j.mu.Unlock()
	if !slices.Contains(j.shares, s) {
		return true
	}
	paid := min(n, s.owed)
	s.owed -= paid
	back := min(n-paid, max(s.lent-s.lying(), 0))
	s.lent -= back
	j.used -= back
	if back > 0 {
		j.moved = time.Now()
		j.settle()
	}
	return paid+back == n
}

// offer lends the build one more job. It is false where the build has filled the
// pipe itself.
func (s *Share) offer() bool {
	s.lying()
	if n, err := s.raw(s.offers, func(fd int) (int, error) { return unix.Write(fd, []byte("+")) }); n != 1 || err != nil {
		return false
	}
	s.lent++
	s.left++
	return true
}

// takeBack takes back an offer that nobody has taken.
func (s *Share) takeBack() bool {
	if s.lent == 0 {
		return false
	}
	if n, err := s.raw(s.offered, func(fd int) (int, error) { return unix.Read(fd, make([]byte, 1)) }); n != 1 || err != nil {
		return false
	}
	s.lent--
	s.left = max(s.left-1, 0)
	s.idle = min(max(2*s.idle, 2*balance), longestRest)
	s.rest = time.Now().Add(s.idle)
	return true
}

// lying is how many offers the build has not taken, and notes whether it has taken
// one since the last look.
func (s *Share) lying() int {
	n, err := s.raw(s.offered, func(fd int) (int, error) { return unix.IoctlGetInt(fd, unix.TIOCINQ) })
	if err != nil {
		return 0
	}
	if n < s.left {
		s.idle, s.rest = 0, time.Time{}
	}
	s.left = n
	return n
}

// Ends are the files that the build gets: to take jobs from, and to give them back.
func (s *Share) Ends() []*os.File { return s.ends }

// raw calls a system call that does not block on a file.
func (s *Share) raw(file *os.File, call func(fd int) (int, error)) (n int, err error) {
	conn, err := file.SyscallConn()
	if err != nil {
		return 0, err
	}
	if failed := conn.Control(func(fd uintptr) { n, err = call(int(fd)) }); failed != nil {
		return 0, failed
	}
	return n, err
}

// hungry tells whether the build has taken all that was offered, and may want more.
func (s *Share) hungry() bool { return s.lying() == 0 && time.Now().After(s.rest) }

// appetite tells whether an offer is rather for s than for another build.
func (s *Share) appetite(other *Share) bool {
	if a, b := s.hungry(), other.hungry(); a != b {
		return a
	}
	return s.lent < other.lent
}

// MakeFlags tell a make in the chroot where the jobserver is.
func MakeFlags(jobs int) string {
	return fmt.Sprintf(" -j%d --jobserver-auth=%d,%d", jobs, chroot.ExtraFD, chroot.ExtraFD+1)
}
