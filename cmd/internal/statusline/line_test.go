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
	want := "first\r\033[Kstays\r\nfirst\r\033[K" + strings.Repeat("long ", 4)[:19] + "\r\033[K"
	data := make([]byte, len(want))
	if _, err := io.ReadFull(screen, data); err != nil || string(data) != want {
		t.Errorf("drew %q, %v; want %q", data, err, want)
	}
}
