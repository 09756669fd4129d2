package regular

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(at("file"), []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mkfifo(at("fifo"), 0o600); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", at("socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	for link, to := range map[string]string{"link": "file", "fifo-link": "fifo", "zero": "/dev/zero", "out": "/etc/passwd"} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	// of a file that is no regular one; nil is any error
	for name, want := range map[string]error{"fifo": ErrKind, "socket": ErrKind, "fifo-link": ErrKind, ".": ErrKind, "zero": nil, "out": nil, "none": os.ErrNotExist} {
		if f, err := OpenIn(root, name); err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("OpenIn %s: %v, error %v", name, f, err)
		}
	}
	for _, name := range []string{at("fifo"), at("fifo-link"), at("socket"), at("zero"), dir, "/dev/null"} {
		if f, err := Open(name); !errors.Is(err, ErrKind) {
			t.Errorf("Open %s: %v, error %v", name, f, err)
		}
	}
	for _, name := range []string{"file", "link"} {
		if text, err := Read(at(name), 4); err != nil || string(text) != "text" {
			t.Errorf("Read %s: %q, error %v", name, text, err)
		}
		f, err := OpenIn(root, name)
		if err != nil {
			t.Fatal(err)
		}
		if text, err := Contents(f, 4); err != nil || string(text) != "text" {
			t.Errorf("Contents %s: %q, error %v", name, text, err)
		}
		f.Close()
	}
	if _, err := Read(at("file"), 3); !errors.Is(err, ErrSize) {
		t.Errorf("a file of 4 bytes where 3 are read: %v", err)
	}
}
