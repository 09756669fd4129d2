// Package statusline shows what a long run is doing: on a terminal as one line
// at its bottom that is drawn over and over, elsewhere not at all.
package statusline

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/serpent-os/wildebeest/internal/printable"
	"golang.org/x/sys/unix"
)

// interval is the shortest time between two drawings.
const interval = 100 * time.Millisecond

// A Line belongs to one output. Its methods may be called from several
// goroutines.
type Line struct {
	out      io.Writer // raw: what is drawn is made harmless, and then set off by controls
	terminal bool

	mu   sync.Mutex
	last time.Time
	text string // what is drawn now
}

// New makes the line of an output.
func New(out io.Writer) *Line {
	return &Line{out: printable.Raw(out), terminal: IsTerminal(out)}
}

// IsTerminal tells whether an input or output is a file that is a terminal, or
// shows text on one.
func IsTerminal(stream any) bool {
	if out, ok := stream.(io.Writer); ok {
		stream = printable.Raw(out)
	}
	file, ok := stream.(*os.File)
	if !ok {
		return false
	}
	_, err := unix.IoctlGetTermios(int(file.Fd()), unix.TCGETS)
	return err == nil
}

// Terminal tells whether there is a terminal to draw on.
func (l *Line) Terminal() bool { return l.terminal }

// Show draws text in place of what was drawn, at most ten times a second: a
// text that comes too early is not drawn. A text wider than the terminal is cut.
func (l *Line) Show(text string) {
	if !l.terminal {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if now := time.Now(); now.Sub(l.last) >= interval {
		l.last = now
		l.erase()
		l.text = l.fit(printable.Line(text))
		fmt.Fprint(l.out, l.text)
	}
}

// Print writes a line that stays, above the status line.
func (l *Line) Print(text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	drawn := l.text
	l.erase()
	fmt.Fprintf(l.out, "%s\n%s", printable.Text(text), drawn)
	l.text = drawn
}

// Clear takes the line away.
func (l *Line) Clear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.erase()
}

func (l *Line) erase() {
	if l.text != "" {
		fmt.Fprint(l.out, "\r\033[K")
		l.text = ""
	}
}

// fit cuts a text to one row of the terminal: a longer one could not be erased.
func (l *Line) fit(text string) string {
	file, ok := l.out.(*os.File)
	if !ok {
		return text
	}
	size, err := unix.IoctlGetWinsize(int(file.Fd()), unix.TIOCGWINSZ)
	if err != nil || size.Col == 0 {
		return text
	}
	if runes := []rune(text); len(runes) >= int(size.Col) {
		return string(runes[:size.Col-1])
	}
	return text
}
