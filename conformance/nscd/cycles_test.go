package nscd

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/conformance/userdb"
)

// TestProcess1: process 1 has its answer at once, and its child that is about to be a
// program too, while the source that would have to be asked hangs.
func TestProcess1(t *testing.T) {
	const limit = 2 * time.Second
	system.write(t)
	service{Records: userdb.Records{Name: "io.systemd.DynamicUser"}, Silent: true}.start(t)
	for role, want := range map[string]struct {
		answer string
		waits  bool
	}{
		"first":   {"missing", false},
		"child":   {"missing", false},
		"program": {"unknown", true},
	} {
		cmd := exec.Command(program("first"), role, program("nscd"), "--timeout="+limit.String())
		cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWPID | syscall.CLONE_NEWNS}
		out, err := cmd.CombinedOutput()
		out = out[bytes.LastIndexByte(bytes.TrimSpace(out), '\n')+1:] // without what the daemon says
		var answer string
		var ms int
		if _, scan := fmt.Sscan(string(out), &answer, &ms); err != nil || scan != nil {
			t.Fatalf("%s: %v: %s", role, err, out)
		}
		t.Logf("%s: %s after %d ms", role, answer, ms)
		// A source may take half of the time.
		if answer != want.answer || (ms >= int(limit.Milliseconds())/2) != want.waits {
			t.Errorf("%s: %s after %d ms; want %s, after a wait: %v", role, answer, ms, want.answer, want.waits)
		}
	}
}

// TestSourceAsks: a source that asks the daemon before it answers has an answer at
// once, so that it can give its own.
func TestSourceAsks(t *testing.T) {
	system.write(t)
	s := service{
		Records: userdb.Records{Name: "io.test.Asks", Users: []object{{"userName": "dyn", "uid": 61000, "service": "io.test.Asks"}}},
		Ask:     []string{program("ask"), "n", "dyn", "n", "drop", "l", "dyn", "u", "61000"},
	}.start(t)
	nscd(t, "--timeout=20s")
	if got, want := ask(t, "ask", "n", "dyn"), "n dyn: dyn:x:61000:61000:dyn:/home/dyn:/bin/bash\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// Of what is not in the files nothing is looked for.
	if got, want := s.log.String(), "n dyn:\nn drop:\nl dyn: 7\nu 61000:\n<nil>\n"; got != want {
		t.Errorf("the source was told %q, want %q", got, want)
	}
}

// TestUserdbdAsks: systemd-userdbd asks its C library, which asks nscd.
func TestUserdbdAsks(t *testing.T) {
	system.write(t)
	userdbd(t)
	d := nscd(t, "--timeout=20s")
	start := time.Now()
	for range 3 {
		out, err := exec.Command("userdbctl", "--json=short", "user", "root").CombinedOutput()
		if err != nil || !strings.Contains(string(out), `"homeDirectory":"/root"`) {
			t.Errorf("userdbctl: %v %s", err, out)
		}
		if got := ask(t, "ask", "n", "nx", "n", "drop"); got != "n nx:\nn drop: drop:x:61500:61500:drop:/:/usr/sbin/nologin\n" {
			t.Errorf("%q", got)
		}
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
	if text := d.log.String(); text != "" {
		t.Errorf("nscd says %s", text)
	}
}
