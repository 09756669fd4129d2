package temporary

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestMain is, with this variable, a process that makes temporaries and is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("TEMPORARY_OWNER"); dir != "" {
		NewDir(dir, ".new-")
		NewFile(dir, ".new-")
		os.Stdout.WriteString("made\n")
		os.Stdout.Close()
		select {}
	}
	os.Exit(m.Run())
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	other := exec.Command("/proc/self/exe")
	other.Env = []string{"TEMPORARY_OWNER=" + dir}
	out, err := other.StdoutPipe()
	check(t, err)
	check(t, other.Start())
	_, err = out.Read(make([]byte, 10))
	check(t, err)
	own, err := NewDir(dir, ".new-")
	check(t, err)
	file, err := NewFile(dir, ".new-")
	check(t, err)
	check(t, os.Mkdir(filepath.Join(dir, ".newspaper"), 0o755))
	check(t, os.Mkdir(filepath.Join(dir, "new-1"), 0o755))
	count := func(label string, want int) {
		t.Helper()
		check(t, Sweep(dir, ".new-"))
		if entries, _ := os.ReadDir(dir); len(entries) != want {
			t.Errorf("%s: %v, want %d", label, entries, want)
		}
	}
	count("all have their owner", 6)
	check(t, other.Process.Kill())
	other.Wait()
	count("one owner is gone", 4)
	check(t, own.Remove())
	check(t, file.Close())
	count("none has an owner", 2)
	check(t, Sweep(filepath.Join(dir, "none"), ".new-"))
	if !strings.HasPrefix(filepath.Base(own.Path), ".new-") {
		t.Error(own.Path)
	}
}
