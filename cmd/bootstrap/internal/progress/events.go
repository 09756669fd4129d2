package progress

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/internal/printable"
	"golang.org/x/sys/unix"
)

// eventLines writes events as JSON lines; see cmd/bootstrap/events.md.
type eventLines struct {
	mu  sync.Mutex
	out *json.Encoder // nil once the reader is gone: a build does not fail for that
}

// OpenEvents returns the observer of --status-fd, or none where fd is negative.
func OpenEvents(fd int) (build.Observers, error) {
	if fd < 0 {
		return nil, nil
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	if err == nil && flags&unix.O_ACCMODE == unix.O_RDONLY {
		err = unix.EBADF
	}
	if err != nil {
		return nil, fmt.Errorf("--status-fd %d: %w; open it for writing, as in --status-fd 3 3>events.jsonl", fd, err)
	}
	unix.CloseOnExec(fd) // it is not for the builds
	return build.Observers{&eventLines{out: json.NewEncoder(printable.JSON(os.NewFile(uintptr(fd), "status")))}}, nil
}

// Observe writes one line.
func (l *eventLines) Observe(e build.Event) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e.Why, e.Log = printable.Text(e.Why), printable.Percent(e.Log)
	if l.out != nil && l.out.Encode(e) != nil {
		l.out = nil
	}
}
