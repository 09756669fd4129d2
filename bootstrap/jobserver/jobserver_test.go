package jobserver

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"golang.org/x/sys/unix"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

func newServer(t *testing.T, jobs int) *Server {
	t.Helper()
	j := New(jobs)
	t.Cleanup(j.Close)
	return j
}

// begin takes an implicit job and opens a share.
func begin(t *testing.T, j *Server) *Share {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := j.Take(ctx); err != nil {
		t.Fatalf("a build can't begin: %v", err)
	}
	s, err := j.NewShare()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func end(s *Share) {
	s.Close()
	s.server.Put()
}

// state is a share's number of lent jobs, and the server's of used ones.
func state(s *Share) (lent, used int) {
	s.server.mu.Lock()
	defer s.server.mu.Unlock()
	return s.lent, s.server.used
}

// eventually fails unless something becomes true.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal(what)
		}
	}
}

func TestImplicitJobs(t *testing.T) {
	j := newServer(t, 2)
	for range 2 {
		if err := j.Take(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	short, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := j.Take(short); err != context.DeadlineExceeded {
		t.Fatalf("a third of two jobs: %v", err)
	}
	j.Put()
	if err := j.Take(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestOffersMove has a build that leaves its offers alone.
func TestOffersMove(t *testing.T) {
	j := newServer(t, 4)
	idle := begin(t, j)
	defer end(idle)
	if lent, used := state(idle); lent != 3 || used != 4 {
		t.Fatalf("%d jobs are lent, %d used; want 3 and 4", lent, used)
	}
	busy := begin(t, j) // of a job that lies in the other's pipe
	defer end(busy)
	for range 2 {
		if _, err := busy.ends[0].Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
	}
	if lent, used := state(idle); lent != 0 || used != 4 {
		t.Errorf("the idle build has %d jobs, %d are used", lent, used)
	}
	busy.ends[1].Write([]byte("++"))
	eventually(t, "what was given back is not lent again", func() bool {
		a, used := state(idle)
		b, _ := state(busy)
		return a+b == 2 && used == 4
	})
}

// TestHostileShares does to a share what a build can, and looks at what is left for
// another build.
func TestHostileShares(t *testing.T) {
	for _, test := range []struct {
		label  string
		attack func(t *testing.T, s *Share)
	}{
		{"flooded with jobs given back", func(t *testing.T, s *Share) {
			flood(t, s.ends[1], 1<<20)
		}},
		{"flooded with offers", func(t *testing.T, s *Share) {
			offers, err := os.OpenFile(fmt.Sprintf("/proc/self/fd/%d", s.ends[0].Fd()), os.O_WRONLY|unix.O_NONBLOCK, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer offers.Close()
			for {
				if n, err := unix.Write(int(offers.Fd()), make([]byte, 4096)); n <= 0 || err != nil {
					return
				}
			}
		}},
		{"drained", func(_ *testing.T, s *Share) {
			for range 3 {
				s.ends[0].Read(make([]byte, 1))
			}
		}},
		{"closed", func(_ *testing.T, s *Share) { s.ends[0].Close(); s.ends[1].Close() }},
		{"made not to block", func(t *testing.T, s *Share) {
			for _, end := range s.ends {
				if err := unix.SetNonblock(int(end.Fd()), true); err != nil {
					t.Fatal(err)
				}
			}
		}},
	} {
		t.Run(test.label, func(t *testing.T) {
			j := newServer(t, 4)
			j.mu.Lock()
			j.patience = 200 * time.Millisecond
			j.mu.Unlock()
			hostile := begin(t, j)
			test.attack(t, hostile)
			good := begin(t, j)
			eventually(t, "the other build gets no job", func() bool {
				good.ends[0].SetReadDeadline(time.Now())
				n, _ := unix.Read(int(good.offered.Fd()), make([]byte, 1))
				return n == 1
			})
			if _, used := state(good); used > 4 {
				t.Errorf("%d of 4 jobs are used", used)
			}
			end(hostile)
			end(good)
			j.mu.Lock()
			defer j.mu.Unlock()
			if j.used != 0 {
				t.Errorf("%d jobs are used by no build", j.used)
			}
		})
	}
}

// flood writes bytes, however many the reader takes in a second.
func flood(t *testing.T, to *os.File, bytes int) {
	t.Helper()
	fd := int(to.Fd())
	unix.SetNonblock(fd, true)
	for deadline := time.Now().Add(time.Second); bytes > 0 && time.Now().Before(deadline); {
		n, err := unix.Write(fd, make([]byte, min(bytes, 4096)))
		if err == unix.EAGAIN {
			time.Sleep(time.Millisecond)
			continue
		}
		bytes -= n
	}
}

// compile is a make's recipe that notes how many of its kind run at once.
const compile = `all: 1 2 3 4 5 6 7 8 9 10 11 12; @:
Makefile: ;
%:; @mkdir $(RUNNING)/$(WHO)-$@; ls $(RUNNING) | wc -l >>$(COUNTS); sleep 0.1; rmdir $(RUNNING)/$(WHO)-$@
`

// TestMakes has two real makes share four jobs, while a third build takes none.
func TestMakes(t *testing.T) {
	makeProgram, err := exec.LookPath("make")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	running, counts := filepath.Join(dir, "running"), filepath.Join(dir, "counts")
	if err := os.Mkdir(running, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "Makefile"), []byte(compile), 0o644); err != nil {
		t.Fatal(err)
	}
	const jobs = 5
	j := newServer(t, jobs)
	idle := begin(t, j)
	var all sync.WaitGroup
	for _, who := range []string{"a", "b"} {
		s := begin(t, j)
		command := exec.Command(makeProgram, "-C", dir, "WHO="+who, "RUNNING="+running, "COUNTS="+counts)
		command.Env = append(os.Environ(), "MAKEFLAGS="+strings.TrimSpace(MakeFlags(jobs)))
		command.ExtraFiles = make([]*os.File, chroot.ExtraFD-3, chroot.ExtraFD)
		command.ExtraFiles = append(command.ExtraFiles, s.ends...)
		all.Go(func() {
			defer end(s)
			if out, err := command.CombinedOutput(); err != nil || strings.Contains(string(out), "warning") {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
	text, err := os.ReadFile(counts)
	if err != nil {
		t.Fatal(err)
	}
	most, n := 0, 0
	for _, field := range strings.Fields(string(text)) {
		n++
		var count int
		fmt.Sscan(field, &count)
		most = max(most, count)
	}
	// One of the five is the idle build's.
	if most > jobs-1 || most < jobs-2 || n != 24 {
		t.Errorf("%d commands, at most %d at once; want 24 and %d", n, most, jobs-1)
	}
	if end(idle); j.used != 0 {
		t.Errorf("%d jobs are used by no build", j.used)
	}
}
