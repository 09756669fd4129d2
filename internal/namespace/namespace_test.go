package namespace

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestPrivate mounts in the namespace and looks for it outside.
func TestPrivate(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	dir := t.TempDir()
	command := exec.Command("sh", "-c", `mount -t tmpfs tmpfs "$0" && touch "$0/inside" && ls "$0" && id -u && ls /sys/class/net`, dir)
	Private(command, unix.CLONE_NEWNET)
	out, err := command.CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "inside\n0\n") {
		t.Fatalf("%v: %s", err, out)
	}
	if _, err := os.Stat(filepath.Join(dir, "inside")); err == nil {
		t.Error("the mount is seen outside")
	}
	if mounts, err := os.ReadFile("/proc/self/mountinfo"); err != nil || strings.Contains(string(mounts), dir) {
		t.Errorf("the mount propagated: %v", err)
	}
}

func TestLookPath(t *testing.T) {
	dir := t.TempDir()
	for name, mode := range map[string]os.FileMode{"program": 0o755, "data": 0o644} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, mode); err != nil {
			t.Fatal(err)
		}
	}
	env := []string{"A=b", "PATH=/nowhere:" + dir}
	if got, err := LookPath("program", env); err != nil || got != filepath.Join(dir, "program") {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := LookPath("data", env); err == nil {
		t.Errorf("a file that is no program: %s", got)
	}
	if got, err := LookPath("./x", nil); err != nil || got != "./x" {
		t.Errorf("a path: %s, %v", got, err)
	}
}

func TestStatus(t *testing.T) {
	for script, want := range map[string]int{"exit 3": 3, "kill -9 $$": 137, "true": 0} {
		if got, err := Status(exec.Command("sh", "-c", script).Run()); err != nil || got != want {
			t.Errorf("%s: %d, %v; want %d", script, got, err, want)
		}
	}
	if _, err := Status(exec.Command("/nothing").Run()); err == nil {
		t.Error("a command that did not start has a status")
	}
}
