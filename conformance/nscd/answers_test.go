package nscd

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/userdb"
)

// system has users and groups in files of systemd's, of the administrator's, and of
// the vendor's.
var system = tree{
	"passwd":                   "root:x:0:0:root:/root:/bin/sh\nlocal:x:9:9:::\n",
	"group":                    "root:x:0:\nwheel:x:10:local,drop\nempty:x:11:\n",
	"nsswitch.conf":            "passwd: files systemd\ngroup: files systemd\n",
	"machine-id":               "0123456789abcdef0123456789abcdef\n",
	"userdb/drop.user":         `{"userName":"drop","uid":61500,"gid":61500,"disposition":"dynamic"}`,
	"userdb/61500.user":        "-> drop.user",
	"userdb/drop.group":        `{"groupName":"drop","gid":61500}`,
	"userdb/61500.group":       "-> drop.group",
	"userdb/people.group":      `{"groupName":"people","gid":61600,"members":["drop","per"]}`,
	"userdb/61600.group":       "-> people.group",
	"userdb/per.user":          `{"userName":"per","uid":6010,"realName":"Per Sønn","shell":"/bin/sh","homeDirectory":"/home/p","disposition":"regular","perMachine":[{"matchMachineId":"0123456789abcdef0123456789abcdef","shell":"/bin/zsh"}]}`,
	"userdb/6010.user":         "-> per.user",
	"userdb/wrong.user":        `{"userName":"other","uid":6003}`,
	"userdb/bad.user":          `{"userName":"bad","uid":6006`,
	"userdb/masked.user":       "-> /dev/null",
	"userdb/far.user":          `{"userName":"far","uid":3000000000,"gid":3000000000}`,
	"userdb/3000000000.user":   "-> far.user",
	"userdb/drop:wheel.group":  `{}`,
	"userdb/drop:people.group": `{}`,
}

// questions are of users and groups that exist, and that do not.
func questions() (args []string) {
	for _, name := range []string{"root", "local", "drop", "per", "other", "wrong", "bad", "masked", "far", "dyn", "plain", "vu-m-root", "full", "nobody", "nx", "", ".", "a/b", "a:b", "é", "\xff", "10", strings.Repeat("x", 300), strings.Repeat("y", 5000)} {
		args = append(args, "n", name, "l", name)
	}
	for _, name := range []string{"root", "wheel", "empty", "drop", "people", "dyngroup", "members", "nogroup", "nobody", "nx", "", "..", "\xff", strings.Repeat("x", 5000)} {
		args = append(args, "g", name)
	}
	for _, id := range []string{"0", "9", "61500", "6010", "6003", "3000000000", "61000", "61002", "62000", "65534", "65535", "4294967295", "4294967294", "7777"} {
		args = append(args, "u", id)
	}
	for _, id := range []string{"0", "10", "11", "61500", "61600", "61001", "61005", "65534", "4294967295", "7777"} {
		args = append(args, "i", id)
	}
	return args
}

// services are sources besides systemd-userdbd.
var services = []service{
	{Records: userdb.Records{
		Name: "io.test.Dynamic",
		Users: []object{
			{"userName": "dyn", "uid": 61000, "gid": 61001, "realName": "Dynamic User", "disposition": "dynamic", "service": "io.test.Dynamic"},
			{"userName": "plain", "uid": 61002, "service": "io.test.Dynamic"},
			{"userName": "full", "uid": 61004, "gid": 61004, "homeDirectory": "/srv", "shell": "/bin/zsh", "realName": "Full", "service": "io.test.Dynamic"},
		},
		Groups: []object{
			{"groupName": "dyngroup", "gid": 61001, "service": "io.test.Dynamic"},
			{"groupName": "members", "gid": 61005, "members": []string{"dyn", "plain"}, "service": "io.test.Dynamic"},
		},
		Memberships: []object{{"userName": "full", "groupName": "members"}, {"userName": "drop", "groupName": "members"}, {"userName": "full", "groupName": "dyngroup"}},
	}},
	{Records: userdb.Records{Name: "io.test.Machine", Users: []object{{"userName": "vu-m-root", "uid": 62000, "gid": 62000, "service": "io.test.Machine"}}}},
}

// TestLikeSystemd holds what programs linked to musl get through nscd against what
// those linked to glibc get by systemd's module, and these are not disturbed by it.
func TestLikeSystemd(t *testing.T) {
	for _, daemons := range []string{"neither", "services", "userdbd", "userdbd and services"} {
		t.Run(daemons, func(t *testing.T) {
			system.write(t)
			if strings.Contains(daemons, "userdbd") {
				userdbd(t)
			}
			if strings.Contains(daemons, "services") {
				for _, s := range services {
					s.start(t)
				}
			}
			args := questions()
			want := ask(t, "ask-glibc", args...)
			for _, found := range []string{"n drop: drop:x:61500:61500:drop:/:", "u 61500: drop:", "g people: people:x:61600:drop,per", "l drop: 7 10"} {
				if !strings.Contains(want, found) {
					t.Errorf("the reference lacks %q:\n%s", found, want)
				}
			}
			d := nscd(t)
			same(t, "musl", ask(t, "ask", args...), want)
			same(t, "glibc", ask(t, "ask-glibc", args...), want)
			d.stop(t, os.Interrupt)
			d = nscd(t, "--multiplexer")
			same(t, "musl by the multiplexer", ask(t, "ask", args...), want)
			if text := d.log.String(); strings.Count(text, "\n") != strings.Count(text, "nscd: ask userdb service io.systemd.") {
				t.Errorf("nscd says %s", text)
			}
		})
	}
}

// unusable is how glibc 2.36 reports a record that systemd's module can't use, by
// different numbers. To who asks nscd there is no such user.
var unusable = regexp.MustCompile(`(?m) error (22|61|112)$`)

// same compares answers line by line.
func same(t *testing.T, who, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(unusable.ReplaceAllString(want, ""), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Errorf("%s: %s\n  want %s", who, line(g, i), line(w, i))
		}
	}
}

func line(list []string, i int) string {
	if i >= len(list) {
		return "(nothing)"
	}
	return fmt.Sprintf("%q", list[i])
}

// TestInitgroups sets the groups of this very process's child.
func TestInitgroups(t *testing.T) {
	system.write(t)
	for _, s := range services {
		s.start(t)
	}
	want := ask(t, "ask-glibc", "s", "full", "s", "drop", "s", "local", "s", "nx")
	if !strings.HasPrefix(want, "s full: 7 61001 61005\ns drop: 7 10 61005\n") {
		t.Errorf("the reference says %s", want)
	}
	nscd(t)
	same(t, "musl", ask(t, "ask", "s", "full", "s", "drop", "s", "local", "s", "nx"), want)
}

// TestServices chooses the sources.
func TestServices(t *testing.T) {
	system.write(t)
	for _, s := range services {
		s.start(t)
	}
	for _, c := range []struct{ option, want string }{
		{"--service=files systemd", "n drop: drop:x:61500:61500:drop:/:/usr/sbin/nologin\ng dyngroup: dyngroup:x:61001:full\n"},
		{"--service=systemd", "n drop: drop:x:61500:61500:drop:/:/usr/sbin/nologin\ng dyngroup: dyngroup:x:61001:full\n"},
		{"--service=files", "n drop:\ng dyngroup:\n"},
		{"-spasswd:files", "n drop:\ng dyngroup: dyngroup:x:61001:full\n"},
		{"--service=files [NOTFOUND=return] systemd", "n drop:\ng dyngroup:\n"},
	} {
		d := nscd(t, c.option)
		if got := ask(t, "ask", "n", "drop", "g", "dyngroup"); got != c.want {
			t.Errorf("%s: %q, want %q", c.option, got, c.want)
		}
		d.stop(t, os.Interrupt)
	}
}

// TestUnprivileged runs the daemon as its unit does, as a user without capabilities.
func TestUnprivileged(t *testing.T) {
	system.write(t)
	userdbd(t)
	services[0].start(t)
	service{Records: userdb.Records{Name: "io.test.Private"}, Private: true}.start(t)
	args := questions()
	want := ask(t, "ask-glibc", args...)
	check(t, os.MkdirAll("/run/nscd", 0o755))
	check(t, os.Chown("/run/nscd", 61184, 61184))
	defer os.RemoveAll("/run/nscd")
	check(t, os.RemoveAll("/run/nscd/nscd.pid"))
	cmd := exec.Command(program("nscd"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 61184, Gid: 61184}}
	d := start(t, cmd)
	until(t, "nscd answers", func() bool { return strings.Contains(ask(t, "ask", "n", "drop"), "drop:x:61500") })
	same(t, "musl", ask(t, "ask", args...), want)
	d.stop(t, os.Interrupt)
	if code := d.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit code %d: %s", code, d.log.String())
	}
}

// TestMultiplexer asks a multiplexer that has no service beside it.
func TestMultiplexer(t *testing.T) {
	system.write(t)
	service{Records: userdb.Records{Name: "io.systemd.Multiplexer", Users: []object{{"userName": "dyn", "uid": 61000, "gid": 61000, "service": "io.test.Hidden"}}}}.start(t)
	for _, option := range []string{"--multiplexer", "--timeout=1s"} {
		d := nscd(t, option)
		if got, want := ask(t, "ask", "n", "dyn", "u", "61000", "n", "nx"), "n dyn: dyn:x:61000:61000:dyn:/home/dyn:/bin/bash\nu 61000: dyn:x:61000:61000:dyn:/home/dyn:/bin/bash\nn nx:\n"; got != want {
			t.Errorf("%s: %q, want %q", option, got, want)
		}
		d.stop(t, os.Interrupt)
	}
}

// TestLargeGroup has a group of 30,000 members, and one of too many.
func TestLargeGroup(t *testing.T) {
	tr := tree{"passwd": "", "group": "", "machine-id": system["machine-id"], "userdb/7000.group": "-> large.group"}
	var members, more strings.Builder
	for i := range 70000 {
		fmt.Fprintf(&more, `,"m%d"`, i)
		if i < 30000 {
			fmt.Fprintf(&members, `,"member%06d"`, i)
		}
	}
	tr["userdb/large.group"] = `{"groupName":"large","gid":7000,"members":[` + members.String()[1:] + `]}`
	tr["userdb/toolarge.group"] = `{"groupName":"toolarge","gid":7001,"members":[` + more.String()[1:] + `]}`
	tr.write(t)
	d := nscd(t, "--timeout=30s")
	want := "g large: large:x:7000:30000 members of 360000 bytes\ni 7000: large:x:7000:30000 members of 360000 bytes\ng toolarge: error 5\n"
	for range 5 {
		if got := ask(t, "ask", "g", "large", "i", "7000", "g", "toolarge"); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	}
	if text := d.log.String(); !strings.Contains(text, "nscd: answer for the group toolarge: it has too many members: 65536 are the most\n") {
		t.Errorf("nscd says %q", text)
	}
	memory(t, d)
}
