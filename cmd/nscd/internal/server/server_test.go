package server

import (
	"bytes"
	"io"
	"net"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/peer"
)

// serve runs a server in this process until the test ends, and returns its socket.
func serve(t *testing.T, s *Server) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "socket")
	var err error
	if s.Listener, err = Listen(path); err != nil {
		t.Fatal(err)
	}
	if s.Ordinary == nil {
		s.Ordinary = func(peer.Client) bool { return false }
	}
	if s.Standing == nil {
		s.Standing = func(peer.Client) peer.Standing { return peer.Other }
	}
	s.Alive, s.Pulse = func() {}, time.Hour
	ended := make(chan error)
	go func() { ended <- s.Run() }()
	t.Cleanup(func() {
		s.Stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return path
}

// ask sends a request and returns the reply.
func ask(t *testing.T, path string, r nscdproto.Request) []byte {
	c, err := net.Dial("unix", path)
	if err != nil {
		t.Error(err)
		return nil
	}
	defer c.Close()
	if _, err := c.Write(r.Append(nil)); err != nil {
		t.Error(err)
	}
	reply, err := io.ReadAll(c)
	if err != nil {
		t.Error(err)
	}
	return reply
}

// TestTimeLimit: while all searches hang, each client has an answer at its time, and a
// client that a source may be waiting for at once.
func TestTimeLimit(t *testing.T) {
	hang := make(chan struct{})
	defer close(hang)
	var source atomic.Bool
	s := &Server{
		Settings: Settings{TimeLimit: 300 * time.Millisecond, Connections: 1000, Searches: 2},
		Standing: func(peer.Client) peer.Standing {
			if source.Load() {
				return peer.Source
			}
			return peer.Other
		},
		Answer: func(r nscdproto.Request, standing peer.Standing, deadline time.Time) []byte {
			if standing != peer.Source {
				<-hang
			}
			return nscdproto.None(r.Kind, nscdproto.Missing)
		},
	}
	path := serve(t, s)
	r := nscdproto.Request{Kind: nscdproto.UserByName, Name: "a"}
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			if got := ask(t, path, r); !bytes.Equal(got, nscdproto.None(r.Kind, nscdproto.Unknown)) {
				t.Errorf("%q", got)
			}
		})
	}
	all.Wait()
	source.Store(true)
	if got := ask(t, path, r); !bytes.Equal(got, nscdproto.None(r.Kind, nscdproto.Missing)) {
		t.Errorf("a source: %q", got)
	}
}

// TestShared: questions that are equal share a search only if it has not begun when
// they come.
func TestShared(t *testing.T) {
	var mu sync.Mutex
	begun, asked := 0, 0
	first, release := make(chan struct{}), make(chan struct{})
	s := &Server{
		Settings: Settings{TimeLimit: time.Minute, Connections: 1000, Searches: 1},
		Ordinary: func(peer.Client) bool {
			mu.Lock()
			defer mu.Unlock()
			asked++
			return true
		},
		Answer: func(r nscdproto.Request, standing peer.Standing, deadline time.Time) []byte {
			mu.Lock()
			begun++
			n := begun
			mu.Unlock()
			if n == 1 {
				close(first)
				<-release
			}
			return nscdproto.Groups([]uint32{uint32(n)})
		},
	}
	path := serve(t, s)
	r := nscdproto.Request{Kind: nscdproto.Initgroups, Name: "a"}
	var all sync.WaitGroup
	expect := func(n uint32) {
		all.Go(func() {
			if got := ask(t, path, r); !bytes.Equal(got, nscdproto.Groups([]uint32{n})) {
				t.Errorf("%q, want the answer of search %d", got, n)
			}
		})
	}
	expect(1)
	<-first
	for range 50 {
		expect(2)
	}
	for {
		mu.Lock()
		n := asked
		mu.Unlock()
		if n == 51 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	// The loop serves one client after the other: when it has dropped this one, those
	// before it wait for their search.
	c, err := net.Dial("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.Write(make([]byte, 12))
	io.ReadAll(c)
	close(release)
	all.Wait()
	mu.Lock()
	defer mu.Unlock()
	if begun != 2 {
		t.Errorf("%d searches", begun)
	}
}

// TestQueue: those that are done are left out, wherever they stand.
func TestQueue(t *testing.T) {
	q := queue{phases: []phase{reading, asking}}
	var list []*conn
	for range 5 {
		c := &conn{}
		list = append(list, c)
		q.add(c)
	}
	list[0].phase, list[2].phase, list[3].phase = done, asking, writing
	for _, want := range []*conn{list[1], list[2], list[4], nil} {
		got := q.first()
		if got != want {
			t.Fatalf("%p, want %p", got, want)
		}
		if got != nil {
			got.phase = done
		}
	}
}
