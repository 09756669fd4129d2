package nscd

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/conformance/userdb"
)

const (
	questionsAtOnce = 10000
	threadsAtOnce   = 500
)

// floodSystem has 100 users for flood.
func floodSystem() tree {
	tr := tree{"passwd": "", "group": "", "machine-id": system["machine-id"], "nsswitch.conf": system["nsswitch.conf"]}
	for i := range 100 {
		tr[fmt.Sprintf("userdb/flood%d.user", i)] = fmt.Sprintf(`{"userName":"flood%d","uid":%d}`, i, 7000+i)
	}
	return tr
}

// userdbdGroup starts systemd-userdbd as a group of processes, which signals reach
// together: its workers answer as long as they can.
func userdbdGroup(t *testing.T) (d *daemon, signal func(syscall.Signal)) {
	t.Helper()
	check(t, os.MkdirAll(userdbDir, 0o755))
	cmd := exec.Command("/lib/systemd/systemd-userdbd")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	d = start(t, cmd)
	signal = func(s syscall.Signal) { syscall.Kill(-d.Process.Pid, s) }
	t.Cleanup(func() {
		signal(syscall.SIGKILL)
		<-d.ended
		os.RemoveAll(userdbDir)
	})
	until(t, "systemd-userdbd answers", func() bool {
		return exec.Command("userdbctl", "user", "flood0").Run() == nil
	})
	return d, signal
}

// TestFlood asks 10,000 questions at once while the sources are in each bad state. No
// client waits longer than the time limit, and what as many clients cost this machine
// where nothing has to be waited for.
func TestFlood(t *testing.T) {
	const limit = 2 * time.Second
	floodSystem().write(t)
	d := nscd(t, "--timeout="+limit.String())
	idle := flood(t, questionsAtOnce, 100)
	t.Logf("no daemon: %+v", idle)
	if idle.found+idle.unknown != questionsAtOnce || idle.found == 0 {
		t.Errorf("no daemon: %+v", idle)
	}
	for _, c := range []struct {
		name  string
		state func(t *testing.T)
		check func(o outcome) bool // besides the time
	}{
		{"stopped", func(t *testing.T) { _, signal := userdbdGroup(t); signal(syscall.SIGSTOP) }, func(o outcome) bool { return o.unknown > 0 }},
		{"killed", func(t *testing.T) {
			d, signal := userdbdGroup(t)
			signal(syscall.SIGKILL)
			<-d.ended
		}, func(o outcome) bool { return o.found > 0 }},
		{"slow", func(t *testing.T) { service{Records: userdb.Records{Name: "io.test.Slow"}, Delay: limit / 10}.start(t) }, func(o outcome) bool { return o.found > 0 }},
		{"silent", func(t *testing.T) { service{Records: userdb.Records{Name: "io.test.Silent"}, Silent: true}.start(t) }, func(o outcome) bool { return o.found > 0 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.state(t)
			most := limit + 3*idle.longest + limit
			var all outcome
			for _, ask := range []func() outcome{
				func() outcome { return flood(t, questionsAtOnce, 100) },
				func() outcome { return flood(t, questionsAtOnce, questionsAtOnce) },
				func() outcome { return muslFlood(t, threadsAtOnce, 200) },
			} {
				o := ask()
				t.Logf("%+v", o)
				if o.longest > most {
					t.Errorf("a client waited %v; %v are the most", o.longest, most)
				}
				if o.lost > 0 {
					t.Errorf("%d clients had no answer", o.lost)
				}
				all.found, all.missing, all.unknown = all.found+o.found, all.missing+o.missing, all.unknown+o.unknown
			}
			if !c.check(all) {
				t.Errorf("the answers: %+v", all)
			}
		})
	}
	memory(t, d)
	if got := openFiles(t, d); got > 16 {
		t.Errorf("%d files are open when all is over", got)
	}
}

// openFiles is how many files a daemon has open.
func openFiles(t *testing.T, d *daemon) int {
	t.Helper()
	list, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", d.Process.Pid))
	check(t, err)
	return len(list)
}

// TestRecovery: a source that hung is asked again when it answers again, and until
// then nobody waits for it.
func TestRecovery(t *testing.T) {
	floodSystem().write(t)
	s := service{Records: userdb.Records{Name: "io.test.Source", Users: []object{{"userName": "dyn", "uid": 61000, "service": "io.test.Source"}}}}.start(t)
	nscd(t, "--timeout=1s")
	const want = "n dyn: dyn:x:61000:61000:dyn:/home/dyn:/bin/bash\n"
	if got := ask(t, "ask", "n", "dyn"); got != want {
		t.Fatalf("%q, want %q", got, want)
	}
	check(t, s.Process.Signal(syscall.SIGSTOP))
	if got := ask(t, "ask", "n", "dyn"); got != "n dyn: error 5\n" {
		t.Errorf("the source is stopped: %q", got)
	}
	check(t, s.Process.Signal(syscall.SIGCONT))
	until(t, "the source is asked again", func() bool { return ask(t, "ask", "n", "dyn") == want })
}

// TestOneHangs: the users of other sources are found in time.
func TestOneHangs(t *testing.T) {
	floodSystem().write(t)
	service{Records: userdb.Records{Name: "io.test.A"}, Silent: true}.start(t)
	service{Records: userdb.Records{Name: "io.test.B"}, Silent: true}.start(t)
	service{Records: userdb.Records{Name: "io.test.C", Users: []object{{"userName": "dyn", "uid": 61000, "service": "io.test.C"}}}}.start(t)
	nscd(t, "--timeout=2s")
	for range 3 {
		if got, want := ask(t, "ask", "n", "dyn", "n", "flood7"), "n dyn: dyn:x:61000:61000:dyn:/home/dyn:/bin/bash\nn flood7: flood7:x:7007:7007:flood7:/home/flood7:/bin/bash\n"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := ask(t, "ask", "l", "dyn"); got != "l dyn: 7\n" {
		t.Errorf("%q", got)
	}
}
