package files

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

// FuzzPlain: what is plain is what parsing and printing would give, with both
// libcs.
func FuzzPlain(f *testing.F) {
	for _, line := range []string{"a:x:0:10:g:/:/bin/sh", "a:x:00:1:::", "a:x:1:1::::", "+a:x:1:1:::", " a:x:1:1:::", "a:x:1:b,c", "a:x:1:b, c", "a:x:1:,b", "a:x:1:", "a:x:4294967297:", "::1:1:::"} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		if bytes.ContainsAny(line, "\x00\n") {
			return
		}
		if plainPasswd(line) {
			for what, parse := range map[string]func([]byte, *entry.Passwd) bool{"glibc": parsePasswd, "musl": parsePasswdMusl} {
				var e entry.Passwd
				if !parse(line, &e) {
					t.Fatalf("%s finds no user in the plain line %q", what, line)
				}
				text := fmt.Sprintf("%s:%s:%d:%d:%s:%s:%s", e.Name, e.Password, e.UID, e.GID, e.Gecos, e.Dir, e.Shell)
				if text != string(line) || what == "glibc" && (Compat(e.Name) || bytes.IndexByte(e.Shell, ':') >= 0) {
					t.Fatalf("%s: the plain line %q is %q", what, line, text)
				}
			}
		}
		if plainGroup(line) {
			for what, parse := range map[string]func([]byte, *entry.Group) bool{"glibc": parseGroup, "musl": parseGroupMusl} {
				var e entry.Group
				if !parse(bytes.Clone(line), &e) {
					t.Fatalf("%s finds no group in the plain line %q", what, line)
				}
				list := e.Members
				if what == "glibc" {
					list = members(bytes.Clone(list))
				}
				text := fmt.Sprintf("%s:%s:%d:%s", e.Name, e.Password, e.GID, list)
				if text != string(line) || what == "glibc" && (Compat(e.Name) || bytes.IndexByte(list, ':') >= 0) {
					t.Fatalf("%s: the plain line %q is %q", what, line, text)
				}
			}
		}
	})
}

func TestPlainLines(t *testing.T) {
	plain := plainLines(plainPasswd)
	for text, want := range map[string]int{
		"":                                0,
		"a:x:1:1:::":                      0, // no newline
		"a:x:1:1:::\n":                    11,
		"a:x:1:1:::\nb:x:2:2:::\n\nc":     22,
		"\na:x:1:1:::\n":                  0,
		"a:x:1:1:::\na:x:1:1:::\n a:x:1:": 22,
	} {
		if got := plain([]byte(text)); got != want {
			t.Errorf("%q: %d bytes, want %d", text, got, want)
		}
	}
}
