package statusline

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestNoTerminal(t *testing.T) {
	var out bytes.Buffer
	l := New(&out)
	l.Show("working")
	l.Print("done")
	l.Clear()
	if out.String() != "done\n" {
		t.Errorf("wrote %q", out.String())
	}
}

// terminal is a pseudo-terminal of the test's: what is written to line is read
// from screen.
func terminal(t *testing.T, columns uint16) (line, screen *os.File) {
	t.Helper()
	screen, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	t.Cleanup(func() { screen.Close() })
	if err := unix.IoctlSetPointerInt(int(screen.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(int(screen.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	line, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { line.Close() })
	if err := unix.IoctlSetWinsize(int(line.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 5, Col: columns}); err != nil {
		t.Fatal(err)
	}
	return line, screen
}

func TestTerminal(t *testing.T) {
	t.Setenv("TERM", "xterm")
	line, screen := terminal(t, 20)
	l := New(line)
	if !l.Terminal() {
		t.Fatal("a terminal was not recognised")
	}
	l.Show("first")
	l.Show("too early")
	l.Print("stays")
	time.Sleep(interval)
	l.Show(strings.Repeat("long ", 10))
	l.Clear()
	want := "first\r\033[Kstays\r\nfirst\r\033[K" + strings.Repeat("long ", 4)[:18] + "…\r\033[K"
	data := make([]byte, len(want))
	if _, err := io.ReadFull(screen, data); err != nil || string(data) != want {
		t.Errorf("drew %q, %v; want %q", data, err, want)
	}
}

// TestRows draws several rows, with characters of two columns, in colour and without.
func TestRows(t *testing.T) {
	for _, test := range []struct{ term, noColour, want string }{
		{"xterm", "", "one\r\n漢字漢字漢…\r\033[1A\033[J\033[31mbad\\x1b\033[0m\r\none\r\n漢字漢字漢…\r\033[1A\033[J"},
		{"xterm", "1", "one\r\n漢字漢字漢…\r\033[1A\033[Jbad\\x1b\r\none\r\n漢字漢字漢…\r\033[1A\033[J"},
		{"dumb", "", "bad\\x1b\r\n"},
	} {
		t.Setenv("TERM", test.term)
		t.Setenv("NO_COLOR", test.noColour)
		line, screen := terminal(t, 12)
		l := New(line)
		l.Show("one", "漢字漢字漢字")
		l.PrintIn(Red, "bad\x1b")
		l.Clear()
		data := make([]byte, len(test.want))
		if _, err := io.ReadFull(screen, data); err != nil || string(data) != test.want {
			t.Errorf("TERM=%s NO_COLOR=%s drew\n%q, %v; want\n%q", test.term, test.noColour, data, err, test.want)
		}
	}
}

// TestSmallTerminal has more rows than the terminal, which then becomes narrower.
func TestSmallTerminal(t *testing.T) {
	t.Setenv("TERM", "xterm")
	line, screen := terminal(t, 40) // with 5 rows
	l := New(line)
	l.Show(strings.Fields("a b c d e f g")...)
	time.Sleep(interval)
	l.Show(strings.Repeat("x", 30))
	if err := unix.IoctlSetWinsize(int(line.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 5, Col: 10}); err != nil {
		t.Fatal(err)
	}
	l.Clear()
	want := "a\r\nb\r\nc\r\nd\r\033[3A\033[J" + strings.Repeat("x", 30) + "\r\033[2A\033[J"
	data := make([]byte, len(want))
	if _, err := io.ReadFull(screen, data); err != nil || string(data) != want {
		t.Errorf("drew %q, %v; want %q", data, err, want)
	}
}
