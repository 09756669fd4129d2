package getconf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestWriteErrors: an answer that nobody gets is an error, for every form.
func TestWriteErrors(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skipf("no /dev/full here: %v", err)
	}
	defer full.Close()
	read, broken, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	read.Close()
	defer broken.Close()
	readOnly, err := os.Open("/dev/null")
	if err != nil {
		t.Fatal(err)
	}
	defer readOnly.Close()
	for _, args := range [][]string{{"PATH"}, {"LONG_BIT"}, {"LEVEL1_DCACHE_SIZE"}, {"NAME_MAX", "/"}, {"-a"}, {"--help"}, {"--version"}} {
		for _, stdout := range []struct {
			file  *os.File
			cause string
		}{{full, "No space left on device"}, {broken, "Broken pipe"}, {readOnly, "Bad file descriptor"}} {
			got := finish(t, &exec.Cmd{Path: ours, Args: append([]string{"getconf"}, args...), Env: muslMode, Stdout: stdout.file})
			want := result{"", "getconf: write error: " + stdout.cause + "\n", 1}
			if got != want {
				t.Errorf("getconf %q to %s: %+v, want %+v", args, stdout.file.Name(), got, want)
			}
		}
	}
}

// TestPermission: a path below a directory that may not be searched.
func TestPermission(t *testing.T) {
	needHost(t)
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	if err := os.Mkdir(closed, 0); err != nil {
		t.Fatal(err)
	}
	for parent := dir; parent != os.TempDir() && parent != "/"; parent = filepath.Dir(parent) {
		os.Chmod(parent, 0o755)
	}
	as := func(path string, env []string, args ...string) result {
		cmd := &exec.Cmd{Path: path, Args: append([]string{"getconf"}, args...), Env: env}
		if os.Geteuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		r := finish(t, cmd)
		r.stdout = settled(r.stdout)
		return r
	}
	for _, args := range [][]string{{"NAME_MAX", closed}, {"NAME_MAX", closed + "/file"}, {"_POSIX_ASYNC_IO", closed + "/file"}, {"-a", closed + "/file"}} {
		if theirs, we := as(hostOwn, muslMode, args...), as(ours, glibcMode, args...); theirs != we {
			t.Errorf("getconf %q: %+v, glibc's %+v", args, we, theirs)
		}
	}
	if got := as(ours, glibcMode, "NAME_MAX", closed+"/file"); !strings.HasSuffix(got.stderr, ": Permission denied\n") || got.code != 3 {
		t.Errorf("NAME_MAX below a closed directory: %+v", got)
	}
}

// TestSize: the tool stays small.
func TestSize(t *testing.T) {
	const most = 2_500_000 // bytes
	info, err := os.Stat(ours)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes", info.Size())
	if info.Size() > most {
		t.Errorf("the binary has %d bytes, at most %d are allowed", info.Size(), most)
	}
}
