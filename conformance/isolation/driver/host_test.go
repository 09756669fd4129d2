package driver

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// A host is what an attack wants: a directory outside the state with the file
// secret of mode 0600, the file victim, and the empty directory dir.
type host struct {
	dir, secret, before string
}

func (r *workspace) newHost(t *testing.T, name string) *host {
	t.Helper()
	h := &host{dir: filepath.Join(r.dir, "hosts", name), secret: "SECRET-OF-" + name + "."}
	dir := filepath.Join(h.dir, "dir")
	err := errors.Join(os.MkdirAll(dir, 0o755),
		os.WriteFile(filepath.Join(h.dir, "secret"), []byte(h.secret), 0o600),
		os.WriteFile(filepath.Join(h.dir, "victim"), []byte("own text\n"), 0o644))
	for _, name := range []string{".", "dir", "secret", "victim"} {
		err = errors.Join(err, os.Chown(filepath.Join(h.dir, name), r.who.uid, r.who.uid))
	}
	if err != nil {
		t.Fatal(err)
	}
	h.before = h.look(t)
	r.hosts[name] = h
	return h
}

// look lists the directory, with all that an attack could change.
func (h *host) look(t *testing.T) string {
	t.Helper()
	var text strings.Builder
	err := filepath.WalkDir(h.dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		var stat unix.Stat_t
		if err := unix.Lstat(name, &stat); err != nil {
			return err
		}
		fmt.Fprintf(&text, "%s is of mode %o, user %d, %d links, changed at %d", name[len(h.dir):], stat.Mode, stat.Uid, stat.Nlink, stat.Ctim.Nano())
		if entry.Type().IsRegular() {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			fmt.Fprintf(&text, ": %.200q", data)
		}
		text.WriteByte('\n')
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// changed says what is not as it was, or nothing.
func (h *host) changed(t *testing.T) string {
	t.Helper()
	if after := h.look(t); after != h.before {
		return "there was\n" + h.before + "and is\n" + after
	}
	return ""
}

// isClean looks for what a run has left, and for secrets in the state.
func (r *workspace) isClean(t *testing.T, run *result) {
	t.Helper()
	for _, sequence := range []string{"\x1b]", "\x1b[2J", "\a", "\u202e"} {
		if strings.Contains(run.said, sequence) {
			t.Errorf("%q reached the terminal", sequence)
		}
	}
	if left := sleepers(t); len(left) > 0 {
		t.Errorf("processes were left: %v", left)
	}
	var stat unix.Stat_t
	if err := unix.Stat(r.state, &stat); err != nil || stat.Mode&0o777 != 0o700 || int(stat.Uid) != r.who.uid {
		t.Errorf("the state has mode %o and belongs to %d, %v", stat.Mode, stat.Uid, err)
	}
	for _, pattern := range []string{"work/*", ".trash/*", ".new-*", "*/.new-*", "*/.partial-*"} {
		if left, _ := filepath.Glob(filepath.Join(r.state, pattern)); len(left) > 0 {
			t.Errorf("left in the state: %v", left)
		}
	}
	text, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil || strings.Contains(string(text), r.dir) {
		t.Errorf("a mount is left, or %v:\n%s", err, text)
	}
	r.searchState(t)
}

// searchState looks for secrets and set-ID bits.
func (r *workspace) searchState(t *testing.T) {
	t.Helper()
	const most = 8 << 20 // of a file
	err := filepath.WalkDir(r.state, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if info.Mode()&(fs.ModeSetuid|fs.ModeSetgid) != 0 {
			t.Errorf("%s has the mode %v", name, info.Mode())
		}
		if info.Size() > most {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for attack, h := range r.hosts {
			if bytes.Contains(data, []byte(h.secret)) {
				t.Errorf("%s: its secret is in %s", attack, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// asleep is how long processes sleep that an attack wants to leave, in seconds.
const asleep = "98765"

// sleepers are the processes that attacks have left.
func sleepers(t *testing.T) (found []string) {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil && strings.HasSuffix(string(text), "sleep\x00"+asleep+"\x00") {
			found = append(found, file)
		}
	}
	return found
}
