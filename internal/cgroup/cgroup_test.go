package cgroup

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseMemberships(t *testing.T) {
	got := parseMemberships("9:name=systemd:/\n4:memory:/a:b\n3:cpu,cpuacct:/c\n0::/user.slice/x\nnonsense\n")
	want := []membership{
		{[]string{"name=systemd"}, "/"}, {[]string{"memory"}, "/a:b"}, {[]string{"cpu", "cpuacct"}, "/c"}, {nil, "/user.slice/x"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(membership{})); diff != "" {
		t.Error(diff)
	}
}

// TestDelegated has directories in place of cgroup2's.
func TestDelegated(t *testing.T) {
	root := t.TempDir()
	for dir, files := range map[string]map[string]string{
		"":            {"cgroup.subtree_control": "cpu memory pids"},
		"a.slice":     {"cgroup.subtree_control": "memory pids", "cgroup.type": "domain"},
		"a.slice/b":   {"cgroup.subtree_control": "", "cgroup.type": "domain"},
		"other.slice": {"cgroup.subtree_control": "cpu", "cgroup.type": "domain"},
	} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(root, dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for own, want := range map[string]string{"a.slice/b": "a.slice", "a.slice": "a.slice", "other.slice": ""} {
		got, ok := delegated(filepath.Join(root, own))
		if !ok || got.dir != filepath.Join(root, want) || !slices.Equal(got.controllers, []string{memory, pids}) {
			t.Errorf("%s: %+v, %v", own, got, ok)
		}
	}
}

// limited makes a group, on a machine and for a user with memory or pids.
func limited(t *testing.T) (*Group, Holds) {
	t.Helper()
	g, holds := NewLimited(Limits{Memory: 64 << 20, Processes: 20})
	t.Cleanup(func() { g.Remove() })
	if len(g.parts) == 0 {
		if os.Geteuid() == 0 && len(places()) > 0 {
			t.Fatal("no group, where one could be made")
		}
		t.Skip("this machine or user has no cgroups with memory or pids")
	}
	return g, holds
}

// TestLimits takes more than a group may.
func TestLimits(t *testing.T) {
	g, holds := limited(t)
	run := func(script string) error {
		command := exec.Command("sh", "-c", "read go; "+script)
		begin, err := command.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		if err := g.Add(command.Process.Pid); err != nil {
			t.Fatal(err)
		}
		begin.Write([]byte("go\n"))
		return command.Wait()
	}
	if err := run("exit 0"); err != nil || g.Killed() || g.Refused() {
		t.Fatalf("%v, killed %v, refused %v", err, g.Killed(), g.Refused())
	}
	if holds.Memory {
		if err := run("head -c 200000000 /dev/zero | tail"); !g.Killed() {
			t.Errorf("200 MB of 64 in memory: %v", err)
		}
		if peak := g.Peak(); peak < 32<<20 || peak > 65<<20 {
			t.Errorf("a peak of %d bytes", peak)
		}
	}
	if holds.Processes {
		run("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do sleep 2 & done 2>/dev/null")
		if files, _ := filepath.Glob(filepath.Join(g.parts[len(g.parts)-1].dir, "pids.events")); len(files) > 0 && !g.Refused() {
			t.Error("25 processes of 20")
		}
	}
}

// TestSweep leaves alone what somebody holds, and removes the rest with the
// processes in it.
func TestSweep(t *testing.T) {
	held, _ := limited(t)
	left, _ := limited(t)
	sleeper := exec.Command("sleep", "600")
	if err := sleeper.Start(); err != nil {
		t.Fatal(err)
	}
	if err := left.Add(sleeper.Process.Pid); err != nil {
		t.Fatal(err)
	}
	var dirs []string
	for _, p := range left.parts {
		p.lock.Close() // as when its maker was killed
		dirs = append(dirs, p.dir)
	}
	if err := Sweep(); err != nil {
		t.Fatal(err)
	}
	if err := sleeper.Wait(); err == nil || !strings.Contains(err.Error(), "killed") {
		t.Errorf("the process in it: %v", err)
	}
	for _, dir := range dirs {
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s is left", dir)
		}
	}
	for _, p := range held.parts {
		if _, err := os.Stat(p.dir); err != nil {
			t.Error(err)
		}
	}
}
