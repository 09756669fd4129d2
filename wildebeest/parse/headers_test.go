package parse

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestHeaders: nothing but regular files of the header directories is opened,
// and of those to which links of theirs lead within /usr.
func TestHeaders(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "include")
	if err := os.Mkdir(inner, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"include/x.h", "secret.h"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("int x;"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := unix.Mkfifo(filepath.Join(inner, "fifo.h"), 0o666); err != nil {
		t.Fatal(err)
	}
	links := map[string]string{"own.h": "x.h", "usr.h": "/usr/include/stdio.h", "out.h": "../secret.h", "shadow.h": "/etc/shadow", "zero.h": "/dev/zero", "up": ".."}
	for name, to := range links {
		if err := os.Symlink(to, filepath.Join(inner, name)); err != nil {
			t.Fatal(err)
		}
	}
	h := headers{inner, "/usr/include"}
	for name, want := range map[string]bool{
		inner + "/x.h": true, inner + "/own.h": true, inner + "/usr.h": true, "/usr/include/stdio.h": true, inner + "/../include/x.h": true,
		inner + "/out.h": false, inner + "/shadow.h": false, inner + "/zero.h": false, inner + "/up/secret.h": false, inner + "/fifo.h": false,
		inner + "/../secret.h": false, "/usr/include/../../dev/zero": false, "/etc/passwd": false, "/dev/zero": false, "dev/zero": false,
		"/usr/include/../bin/env": false, inner: false, "/usr/includes": false, "": false,
	} {
		f, err := h.open(name)
		if (err == nil) != want {
			t.Errorf("open %s: error %v", name, err)
		}
		if _, err := h.stat(name); (err == nil) != want {
			t.Errorf("stat %s: error %v", name, err)
		}
		if err != nil {
			continue
		}
		if text, err := io.ReadAll(f); err != nil || len(text) == 0 {
			t.Errorf("%s: %d bytes, error %v", name, len(text), err)
		}
		f.Close()
	}
}
