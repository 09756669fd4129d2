package getent

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/conformance/userdb"
)

type object = userdb.Object

// serveRecords answers with records until the test ends.
func serveRecords(t *testing.T, r *userdb.Records) {
	serve(t, "/run/systemd/userdb", r.Name, func(c net.Conn) { r.Answer(c, nil) })
}

// TestUserdb holds getent against glibc's getent with systemd's own NSS module.
func TestUserdb(t *testing.T) {
	dynamic := &userdb.Records{
		Name: "io.test.Dynamic",
		Users: []object{
			{"userName": "dyn", "uid": 61000, "gid": 61001, "realName": "Dynamic User", "disposition": "dynamic", "service": "io.test.Dynamic"},
			{"userName": "plain", "uid": 61002, "service": "io.test.Dynamic"},
			{"userName": "regular", "uid": 61003, "gid": 61003, "disposition": "regular", "homeDirectory": "/home/regular", "service": "io.test.Dynamic"},
			{"userName": "system", "uid": 500, "service": "io.test.Dynamic"}, {"userName": "container", "uid": 600000, "service": "io.test.Dynamic"}, {"userName": "people", "uid": 70000, "service": "io.test.Dynamic"}, {"userName": "far", "uid": 3000000000, "service": "io.test.Dynamic"},
			{"userName": "full", "uid": 61004, "gid": 61004, "homeDirectory": "/srv", "shell": "/bin/zsh", "realName": "Full", "service": "io.test.Dynamic",
				"privileged": object{"hashedPassword": []string{"$6$x"}}},
		},
		Groups: []object{
			{"groupName": "dyngroup", "gid": 61001, "service": "io.test.Dynamic"},
			{"groupName": "members", "gid": 61005, "members": []string{"dyn", "plain"}, "service": "io.test.Dynamic"},
		},
		Memberships: []object{{"userName": "regular", "groupName": "members"}, {"userName": "full", "groupName": "members"},
			{"userName": "zed", "groupName": "members"}, {"userName": "aaa", "groupName": "members"}, {"userName": "regular", "groupName": "dyngroup"}},
	}
	other := &userdb.Records{Name: "io.test.Machine", Users: []object{{"userName": "vu-m-root", "uid": 62000, "gid": 62000, "service": "io.test.Machine"}}}
	serveRecords(t, dynamic)
	serveRecords(t, other)
	tr := tree{
		"passwd": "root:x:0:0:root:/root:/bin/sh\n", "group": "root:x:0:\nlocal:x:9:regular\n",
		"nsswitch.conf": "passwd: files systemd\ngroup: files [SUCCESS=merge] systemd\n", "machine-id": "0123456789abcdef0123456789abcdef\n",
	}
	tr.write(t)
	for _, args := range [][]string{
		{"passwd", "dyn"}, {"passwd", "61000"}, {"passwd", "plain"}, {"passwd", "61003", "regular"}, {"passwd", "full"}, {"passwd", "vu-m-root", "62000"},
		{"passwd", "nx"}, {"passwd", "61999"}, {"passwd", "system"}, {"passwd", "container"}, {"passwd", "people"}, {"passwd", "far"}, {"group", "dyngroup"}, {"group", "61001"}, {"group", "members"}, {"group", "61005"}, {"group", "nx"},
		{"initgroups", "regular"}, {"initgroups", "full"}, {"initgroups", "nx"}, {"-s", "systemd", "passwd", "dyn"}, {"-s", "files", "passwd", "dyn"},
		{"passwd", "root", "dyn"},
	} {
		likeGlibc(t, tr, args...)
	}
	got := execute(t, toolPath, "passwd")
	for _, want := range []string{"root:x:0:", "dyn:x:61000:61001:Dynamic User:/:", "vu-m-root:x:62000:"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("getent passwd lacks %q:\n%s", want, got.stdout)
		}
	}
}

func TestHostileUserdb(t *testing.T) {
	for name, reply := range map[string]string{
		"no JSON":        "nonsense\x00",
		"no end":         `{"parameters":`,
		"another's":      `{"parameters":{"record":{"userName":"root","uid":0}}}` + "\x00",
		"no id":          `{"parameters":{"record":{"userName":"dyn"}}}` + "\x00",
		"wrong type":     `{"parameters":{"record":{"userName":7,"uid":"x"}}}` + "\x00",
		"error":          `{"error":"io.systemd.UserDatabase.BadService","parameters":{}}` + "\x00",
		"endless":        strings.Repeat("x", 5<<20),
		"deep":           strings.Repeat(`[`, 1<<20) + "\x00",
		"nothing at all": "",
	} {
		t.Run(name, func(t *testing.T) {
			serve(t, "/run/systemd/userdb", "io.test.Bad", func(c net.Conn) {
				bufio.NewReader(c).ReadBytes(0)
				c.Write([]byte(reply))
			})
			tree{}.write(t)
			if got := execute(t, toolPath, "-s", "systemd", "passwd", "dyn"); got.code != 2 || got.stdout != "" {
				t.Errorf("%+v", got)
			}
		})
	}
	os.RemoveAll("/run/systemd")
}

// TestOddUserdb has records whose texts would be two lines or two fields of passwd:
// glibc's module makes them one, or leaves them out.
func TestOddUserdb(t *testing.T) {
	for name, member := range map[string]string{
		"two lines": `"realName":"a\nroot:x:0:0::/:"`,
		"colon":     `"homeDirectory":"a:b"`,
	} {
		t.Run(name, func(t *testing.T) {
			serve(t, "/run/systemd/userdb", "io.test.Odd", func(c net.Conn) {
				bufio.NewReader(c).ReadBytes(0)
				c.Write([]byte(`{"parameters":{"record":{"userName":"dyn","uid":61000,"gid":61000,"service":"io.test.Odd",` + member + `}}}` + "\x00"))
			})
			tr := tree{"nsswitch.conf": "passwd: systemd\n", "machine-id": "0123456789abcdef0123456789abcdef\n"}
			tr.write(t)
			likeGlibc(t, tr, "passwd", "dyn")
			if got := execute(t, toolPath, "passwd", "dyn"); strings.Count(got.stdout, "\n") != 1 || strings.Count(got.stdout, ":") != 6 {
				t.Errorf("%+v is not one line of seven fields", got)
			}
		})
	}
	os.RemoveAll("/run/systemd")
}

// TestUserdbd asks systemd's own daemon for a record that an administrator wrote.
func TestUserdbd(t *testing.T) {
	tree{
		"passwd": "root:x:0:0:root:/root:/bin/sh\nlocal:x:9:9:::\n", "nsswitch.conf": "passwd: files systemd\ngroup: files systemd\n",
		"machine-id":        "0123456789abcdef0123456789abcdef\n", // without one the daemon has no records
		"userdb/drop.user":  `{"userName":"drop","uid":61500,"gid":61500,"disposition":"dynamic"}`,
		"userdb/drop.group": `{"groupName":"drop","gid":61500}`,
	}.write(t)
	for _, kind := range []string{"user", "group"} {
		if err := os.Symlink("drop."+kind, "/etc/userdb/61500."+kind); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll("/run/systemd/userdb", 0o755); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("/lib/systemd/systemd-userdbd")
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		daemon.Process.Signal(os.Interrupt)
		daemon.Wait()
		os.RemoveAll("/run/systemd/userdb")
	})
	for range 100 {
		if _, err := os.Stat("/run/systemd/userdb/io.systemd.DropIn"); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	for _, args := range [][]string{
		{"passwd", "drop"}, {"passwd", "61500"}, {"passwd", "nx", "61501"}, {"group", "drop"}, {"group", "61500"}, {"group", "nx"},
		{"-s", "systemd", "passwd", "local"}, {"passwd", "local", "root"}, {"initgroups", "drop"},
	} {
		likeGlibc(t, nil, args...)
	}
	if got := execute(t, toolPath, "passwd"); strings.Count(got.stdout, "local:") != 1 || got.stderr != "" {
		t.Errorf("a user of the files isn't listed once: %+v", got)
	}
}
