package server

import (
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
)

// A loop serves the connections of a server.
type loop struct {
	*Server
	poll      int           // an epoll of the listener, the eventfd and connections that wait for their clients
	polled    map[int]*conn // by descriptor
	open      int
	users     map[uint32]int // connections by user, but for root's
	partial   queue          // connections in reading
	pending   queue          // in reading or asking
	slow      queue          // in writing
	pulse     time.Time      // when Alive is due
	paused    bool           // nobody is accepted
	listening bool
}

func newLoop(s *Server) (*loop, error) {
	l := &loop{
		Server: s, polled: map[int]*conn{}, users: map[uint32]int{}, listening: true,
		partial: queue{phases: []phase{reading}}, pending: queue{phases: []phase{reading, asking}}, slow: queue{phases: []phase{writing}},
	}
	var err error
	if s.wake, err = unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK); err != nil {
		return nil, err
	}
	if l.poll, err = unix.EpollCreate1(unix.EPOLL_CLOEXEC); err != nil {
		unix.Close(s.wake)
		return nil, err
	}
	for _, fd := range []int{s.wake, s.Listener.fd} {
		if err := l.watch(fd, unix.EPOLLIN); err != nil {
			l.close()
			return nil, err
		}
	}
	return l, nil
}

func (l *loop) close() {
	unix.Close(l.poll)
	unix.Close(l.wake)
	l.Listener.Close()
}

func (l *loop) run() error {
	events := make([]unix.EpollEvent, 256)
	for {
		n, err := unix.EpollWait(l.poll, events, l.wait())
		if err != nil && err != unix.EINTR {
			return err
		}
		for _, e := range events[:max(n, 0)] {
			l.event(int(e.Fd))
		}
		answered, stopping := l.collect()
		for _, r := range answered {
			l.answer(r.to, r.text)
		}
		l.expire()
		if stopping && l.drained() {
			return nil
		}
	}
}

// event serves a descriptor that is ready.
func (l *loop) event(fd int) {
	switch c := l.polled[fd]; {
	case fd == l.wake:
		var count [8]byte
		unix.Read(fd, count[:])
	case fd == l.Listener.fd:
		l.accept()
	case c == nil:
	case c.phase == reading:
		l.read(c)
	case c.phase == writing:
		l.write(c)
	}
}

// wait is how many milliseconds nothing is due.
func (l *loop) wait() int {
	due := l.pulse
	if c := l.pending.first(); c != nil && c.deadline.Before(due) {
		due = c.deadline
	}
	if c := l.slow.first(); c != nil && c.writeBy.Before(due) {
		due = c.writeBy
	}
	if l.paused {
		due = time.Now().Add(min(time.Until(due), 10*time.Millisecond))
	}
	return max(0, int((time.Until(due)+time.Millisecond-1)/time.Millisecond))
}

// expire ends what has had its time.
func (l *loop) expire() {
	now := time.Now()
	for c := l.pending.first(); c != nil && !now.Before(c.deadline); c = l.pending.first() {
		if c.phase == reading {
			l.end(c)
			continue
		}
		l.answer(c, nscdproto.None(c.request.Kind, nscdproto.Unknown))
	}
	for c := l.slow.first(); c != nil && !now.Before(c.writeBy); c = l.slow.first() {
		l.end(c)
	}
	if !now.Before(l.pulse) {
		l.Alive()
		l.pulse = now.Add(l.Pulse)
	}
	if l.paused && l.listening && l.open < l.Connections {
		l.paused = l.watch(l.Listener.fd, unix.EPOLLIN) != nil
	}
}

// drained takes the socket's path away, accepts the last clients, and tells whether
// all have their answers.
func (l *loop) drained() bool {
	if l.listening {
		l.Listener.Release()
		l.ignore(l.Listener.fd)
		l.listening = false
	}
	l.accept()
	return l.open == 0
}

// accept accepts those who have connected.
func (l *loop) accept() {
	for range backlog {
		if l.open >= l.Connections && !l.dropOldest() {
			l.pause()
			return
		}
		fd, _, err := unix.Accept4(l.Listener.fd, unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK)
		switch err {
		case nil:
			l.begin(fd)
		case unix.EINTR, unix.ECONNABORTED:
		case unix.EMFILE, unix.ENFILE, unix.ENOBUFS, unix.ENOMEM:
			l.pause()
			return
		default:
			return
		}
	}
}

// pause accepts nobody for a while.
func (l *loop) pause() {
	l.paused = true
	l.ignore(l.Listener.fd)
}

// dropOldest makes room by dropping who has kept us waiting longest for a request.
func (l *loop) dropOldest() bool {
	c := l.partial.first()
	if c == nil {
		return false
	}
	l.end(c)
	return true
}

func (l *loop) watch(fd int, events uint32) error {
	return unix.EpollCtl(l.poll, unix.EPOLL_CTL_ADD, fd, &unix.EpollEvent{Events: events, Fd: int32(fd)})
}

func (l *loop) ignore(fd int) { unix.EpollCtl(l.poll, unix.EPOLL_CTL_DEL, fd, nil) }
