package getent

import (
	"encoding/binary"
	"io"
	"net"
	"os"
	"strings"
	"testing"
)

// serve answers connections on a socket of the file system until the test ends.
func serve(t *testing.T, dir, name string, answer func(c net.Conn)) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", dir+"/"+name)
	if err != nil {
		t.Fatal(err)
	}
	accept(t, l, answer)
}

// accept answers the connections of a listener until the test ends.
func accept(t *testing.T, l net.Listener, answer func(c net.Conn)) {
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				answer(c)
			}()
		}
	}()
}

// nscdRequest reads a request as musl sends it.
func nscdRequest(c net.Conn) (kind uint32, key string) {
	var head [3]uint32
	if binary.Read(c, binary.NativeEndian, &head) != nil {
		return 0, ""
	}
	text := make([]byte, head[2])
	if _, err := io.ReadFull(c, text); err != nil {
		return 0, ""
	}
	return head[1], strings.TrimSuffix(string(text), "\x00")
}

func numbers(list ...uint32) []byte {
	var b []byte
	for _, n := range list {
		b = binary.NativeEndian.AppendUint32(b, n)
	}
	return b
}

// nscd answers for user dyn (61000), group dyngroup (61001) with the members dyn
// and u, and dyn's groups 61001 and 5.
func nscd(c net.Conn) {
	kind, key := nscdRequest(c)
	switch {
	case kind == 0 && key == "dyn", kind == 1 && key == "61000":
		c.Write(append(numbers(2, 1, 4, 2, 61000, 61000, 8, 2, 8), "dyn\x00x\x00Dynamic\x00/\x00/bin/sh\x00"...))
	case kind == 2 && key == "dyngroup", kind == 3 && key == "61001":
		c.Write(append(numbers(2, 1, 9, 2, 61001, 2, 4, 2), "dyngroup\x00x\x00dyn\x00u\x00"...))
	case kind == 15 && key == "dyn":
		c.Write(numbers(2, 1, 2, 61001, 5))
	case kind == 15:
		c.Write(numbers(2, 0, 0))
	case kind == 2 || kind == 3:
		c.Write(numbers(2, 0, 0, 0, 0, 0))
	default:
		c.Write(numbers(2, 0, 0, 0, 0, 0, 0, 0, 0))
	}
}

func TestNscd(t *testing.T) {
	serve(t, "/run/nscd", "socket", nscd)
	tr := tree{"passwd": "root:x:0:0:root:/root:/bin/sh\n", "group": "root:x:0:dyn\ng:x:5:dyn,u\n"}
	for _, conf := range []string{"", "passwd: files systemd\ngroup: files\n"} {
		tr["nsswitch.conf"] = conf
		tr.write(t)
		for _, args := range [][]string{
			{"passwd", "dyn"}, {"passwd", "61000", "root", "nx", "7"}, {"passwd"}, {"group", "dyngroup"}, {"group", "61001"},
			{"group", "nx", "8"}, {"group"}, {"initgroups", "dyn"}, {"initgroups", "u"}, {"initgroups", "nx"}, {"passwd", ""},
		} {
			likeMusl(t, tr, args...)
		}
	}
	if got := execute(t, toolPath, "-s", "nscd", "passwd", "dyn", "root"); got.code != 2 || got.stdout != "dyn:x:61000:61000:Dynamic:/:/bin/sh\n" {
		t.Errorf("-s nscd: %+v", got)
	}
	if got := execute(t, toolPath, "-s", "files", "passwd", "dyn"); got.code != 2 {
		t.Errorf("-s files asks nscd: %+v", got)
	}
}

// TestHostileNscd sends what no daemon would; each is a message and no answer.
func TestHostileNscd(t *testing.T) {
	replies := map[string][]byte{
		"nothing": nil, "short": numbers(2, 1), "version": numbers(3, 1, 0, 0, 0, 0, 0, 0, 0),
		"huge":      numbers(2, 1, 1<<31, 1<<31, 0, 0, 1<<31, 4, 4),
		"sizes":     append(numbers(2, 1, 400, 2, 0, 0, 2, 2, 2), "a\x00"...),
		"no NUL":    append(numbers(2, 1, 2, 2, 0, 0, 2, 2, 2), "abababab\x00\x00"...),
		"two lines": append(numbers(2, 1, 4, 2, 0, 0, 2, 2, 2), "a\nb\x00x\x00a\x00a\x00a\x00"...),
		"zero":      numbers(2, 1, 0, 0, 0, 0, 0, 0, 0),
	}
	for name, reply := range replies {
		t.Run(name, func(t *testing.T) {
			serve(t, "/run/nscd", "socket", func(c net.Conn) {
				nscdRequest(c)
				c.Write(reply)
			})
			tree{}.write(t)
			got := execute(t, toolPath, "passwd", "dyn")
			if got.code != 2 || got.stdout != "" || got.stderr != "getent: ask nscd at /var/run/nscd/socket: the daemon's reply is malformed\n" {
				t.Errorf("%+v", got)
			}
		})
	}
}
