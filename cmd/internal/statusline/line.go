// Package statusline shows what a long run is doing: on a terminal as a few lines at
// its bottom that are drawn over and over, elsewhere not at all.
package statusline

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/mattn/go-runewidth"
	"github.com/serpent-os/wildebeest/internal/printable"
	"golang.org/x/term"
)

// interval is the shortest time between two drawings.
const interval = 100 * time.Millisecond

// A Line is the status of one output. Its methods may be called from several
// goroutines.
type Line struct {
	out      io.Writer // raw: what is drawn is made harmless, and then set off by controls
	terminal bool
	colour   bool

	mu   sync.Mutex
	last time.Time
	rows []string // what is drawn now
}

// New makes the status of an output. A terminal that can't move its cursor, as TERM
// says, counts as none; NO_COLOR in the environment turns colour off.
func New(out io.Writer) *Line {
	terminal := IsTerminal(out) && os.Getenv("TERM") != "dumb"
	return &Line{out: printable.Raw(out), terminal: terminal, colour: terminal && os.Getenv("NO_COLOR") == ""}
}

// IsTerminal tells whether an input or output is a file that is a terminal, or
// shows text on one.
func IsTerminal(stream any) bool {
	if out, ok := stream.(io.Writer); ok {
		stream = printable.Raw(out)
	}
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// Terminal tells whether there is a terminal to draw on.
func (l *Line) Terminal() bool { return l.terminal }

// Show draws lines in place of what was drawn, at most ten times a second: lines
// that come too early are not drawn. What does not fit the terminal is cut.
func (l *Line) Show(lines ...string) {
	if !l.terminal {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	if now.Sub(l.last) < interval {
		return
	}
	l.last = now
	width, height := l.size()
	rows := make([]string, 0, len(lines))
	for _, line := range lines[:min(len(lines), max(height-1, 1))] {
		rows = append(rows, fit(printable.Line(line), width))
	}
	// All at once, or else it flickers.
	fmt.Fprint(l.out, l.erasure()+strings.Join(rows, "\n"))
	l.rows = rows
}

// A Colour sets a line off, where there are colours.
type Colour string

// Colours, as ECMA-48 numbers them.
const (
	Plain Colour = ""
	Red   Colour = "31"
)

// Print writes a line that stays, above the status.
func (l *Line) Print(text string) { l.PrintIn(Plain, text) }

// PrintIn is Print in a colour.
func (l *Line) PrintIn(colour Colour, text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	text = printable.Text(text)
	if l.colour && colour != Plain {
		text = fmt.Sprintf("\033[%sm%s\033[0m", colour, text)
	}
	fmt.Fprintf(l.out, "%s%s\n%s", l.erasure(), text, strings.Join(l.rows, "\n"))
}

// Clear takes the status away.
func (l *Line) Clear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.rows) > 0 {
		fmt.Fprint(l.out, l.erasure())
		l.rows = nil
	}
}

// erasure are the controls that take away what is drawn. A terminal that became
// narrower has broken its lines.
func (l *Line) erasure() string {
	if len(l.rows) == 0 {
		return ""
	}
	width, height := l.size()
	lines := 0
	for _, row := range l.rows {
		lines += max(1, (columns.StringWidth(row)+width-1)/width)
	}
	if lines = min(lines, height); lines == 1 {
		return "\r\033[K"
	}
	return fmt.Sprintf("\r\033[%dA\033[J", lines-1)
}

// size is the terminal's in characters; one that does not say has 80 by 24.
func (l *Line) size() (width, height int) {
	if file, ok := l.out.(*os.File); ok {
		if width, height, err := term.GetSize(int(file.Fd())); err == nil && width > 0 && height > 0 {
			return width, height
		}
	}
	return 80, 24
}

// columns counts what characters take on a terminal, in any locale alike.
var columns = &runewidth.Condition{}

// fit cuts a text to one row of the terminal, less its last column: with that, some
// terminals begin the next row.
func fit(text string, width int) string { return columns.Truncate(text, width-1, "…") }
