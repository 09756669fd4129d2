package chroot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// insideFile names the environment variable of where the program of the roots is
// for a test that can't build it.
const insideFile = "WILDEBEEST_TEST_INSIDE"

// TestOrdinaryUser runs the other tests as a user.
func TestOrdinaryUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("it is one that runs the other tests")
	}
	dir, err := os.MkdirTemp("/var/tmp", "wildebeest-chroot-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	program, err := inside()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "inside")
	if err := errors.Join(os.Chown(dir, 65534, 65534), os.WriteFile(file, program, 0o755), os.Chmod(file, 0o755)); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("/proc/self/exe", "-test.v", "-test.skip=^TestOrdinaryUser$")
	command.Dir = dir
	command.Env = []string{"TMPDIR=" + dir, "HOME=" + dir, "PATH=" + os.Getenv("PATH"), insideFile + "=" + file}
	command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := command.CombinedOutput()
	if err != nil || strings.Count(string(out), "--- PASS") < 10 {
		t.Errorf("%v\n%s", err, out)
	}
}

// withIdentities runs a test with each identity that a confined command of the
// caller's can have.
func withIdentities(t *testing.T, test func(t *testing.T)) {
	t.Run("idmapped", test)
	if os.Geteuid() != 0 {
		return // who has but one
	}
	t.Run("same", func(t *testing.T) {
		shifted := namespace.ShiftedUsers
		defer func() { namespace.ShiftedUsers = shifted }()
		namespace.ShiftedUsers = func() (*os.File, error) { return nil, errors.New("none") }
		test(t)
	})
}

// refusals are what calls of testdata/inside prints.
const refusals = `open_by_handle_at: EPERM
mount: EPERM
umount2: EPERM
pivot_root: EPERM
setns: EPERM
unshare user: EPERM
unshare mounts: EPERM
unshare time: EPERM
clone user: EPERM
syslog: EPERM
settimeofday: EPERM
reboot: EPERM
quotactl: EPERM
fanotify_init: EPERM
init_module: EPERM
clone3: ENOSYS
fsopen: ENOSYS
open_tree: ENOSYS
mount_setattr: ENOSYS
bpf: ENOSYS
perf_event_open: ENOSYS
io_uring_setup: ENOSYS
userfaultfd: ENOSYS
add_key: ENOSYS
keyctl: ENOSYS
request_key: ENOSYS
TIOCSTI: EPERM
TIOCSTI and more: EPERM
TIOCLINUX: EPERM
TIOCSETD: EPERM
vsock: EAFNOSUPPORT
vsock and more: EAFNOSUPPORT
packet: EAFNOSUPPORT
alg: EAFNOSUPPORT
netlink audit: EPROTONOSUPPORT
personality: EPERM
mknod: EPERM
x32 getpid: ENOSYS
socket inet: ` + `
socket route: ` + `
own personality: ` + `
no randomization: ` + `
unshare files: ` + `
TCGETS: EBADF
`

func TestRefusedCalls(t *testing.T) {
	withIdentities(t, func(t *testing.T) {
		_, out := runIn(t, Spec{Root: newRoot(t), Confined: true, Args: []string{"inside", "calls"}})
		if diff := cmp.Diff(sortLines(refusals), sortLines(out)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestProcTellsNothing(t *testing.T) {
	withIdentities(t, func(t *testing.T) {
		_, out := runIn(t, Spec{Root: newRoot(t), Confined: true, Args: []string{
			"inside", "files", "/proc/1/environ", "/proc/1/mem", "/proc/1/fd/0", "/proc/1/root/etc", "/proc/keys", "/proc/key-users",
			"/proc/kallsyms", "/proc/cmdline", "/proc/locks", "/proc/cpuinfo",
		}})
		const denied = "permission denied\n"
		want := "/proc/1/environ: open /proc/1/environ: " + denied + "/proc/1/mem: open /proc/1/mem: " + denied +
			"/proc/1/fd/0: open /proc/1/fd/0: " + denied + "/proc/1/root/etc: open /proc/1/root/etc: " + denied +
			"/proc/keys: 0 bytes\n/proc/key-users: 0 bytes\n/proc/kallsyms: 0 bytes\n/proc/cmdline: 0 bytes\n" +
			"/proc/locks: 0 bytes\n/proc/cpuinfo: 40 bytes\n"
		if out != want {
			t.Errorf("got\n%s\nwant\n%s", out, want)
		}
	})
}

// TestCallerDoesNotReach has a caller of unusual ways.
func TestCallerDoesNotReach(t *testing.T) {
	defer unix.Umask(unix.Umask(0))
	signal.Ignore(unix.SIGHUP, unix.SIGUSR1)
	defer signal.Reset(unix.SIGHUP, unix.SIGUSR1)
	withIdentities(t, func(t *testing.T) {
		_, out := runIn(t, Spec{Root: newRoot(t), Confined: true, Dir: "/build", Args: []string{"inside", "inherited"}})
		want := "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\nCapBnd:\t00000000800401fb\nCoreDumping:\t0\nNoNewPrivs:\t1\nSeccomp:\t2\n" +
			"umask 022 core 0 personality 0x0 session true in /build\n/dev/tty: open /dev/tty: no such device or address\ncgroup true\n"
		if diff := cmp.Diff(sortLines(want), sortLines(out)); diff != "" {
			t.Error(diff)
		}
	})
}

// TestOwners compares the owners of files inside and on the disk.
func TestOwners(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("a user's files are all the user's")
	}
	withIdentities(t, func(t *testing.T) {
		build := t.TempDir()
		_, out := runIn(t, Spec{
			Root: newRoot(t), ReadOnlyRoot: true, Confined: true, Mounts: []Mount{{Source: build, Target: "/build"}},
			Args: []string{"inside", "owners"},
		})
		if strings.Contains(out, "false") {
			t.Error(out)
		}
		for name, want := range map[string]uint32{"root": 0, "daemon": 1, "nobody": 65534} {
			var stat unix.Stat_t
			if err := unix.Stat(filepath.Join(build, name), &stat); err != nil || stat.Uid != want || stat.Gid != want {
				t.Errorf("%s: owner %d, group %d (%v)", name, stat.Uid, stat.Gid, err)
			}
		}
		if info, err := os.Stat(filepath.Join(build, "root")); err != nil || info.Mode() != 0o755|os.ModeSetuid {
			t.Errorf("mode %v (%v)", info.Mode(), err)
		}
	})
}

// TestStreamsArePipes has a log that is a file of the caller's.
func TestStreamsArePipes(t *testing.T) {
	withIdentities(t, func(t *testing.T) {
		log, err := os.Create(filepath.Join(t.TempDir(), "log"))
		if err != nil {
			t.Fatal(err)
		}
		defer log.Close()
		fmt.Fprintln(log, "begin")
		spec := Spec{Root: newRoot(t), Confined: true, Dir: "/", Env: []string{"PATH=/"}, Args: []string{"inside", "streams"}}
		if _, err := Run(context.Background(), spec, Streams{In: log, Out: log, Err: log}); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(log.Name())
		if want := "begin\nby /dev/stdout\nby /dev/stderr\ntruncated false\na pipe true\n"; err != nil || string(got) != want {
			t.Errorf("got %q (%v), want %q", got, err, want)
		}
	})
}

// TestTerminal has a caller on a terminal.
func TestTerminal(t *testing.T) {
	withIdentities(t, func(t *testing.T) {
		master, terminal, err := pty.Open()
		if err != nil {
			t.Fatal(err)
		}
		defer master.Close()
		if err := pty.Setsize(terminal, &pty.Winsize{Cols: 71, Rows: 13}); err != nil {
			t.Fatal(err)
		}
		before, err := unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		read := make(chan error)
		go func() {
			_, err := out.ReadFrom(master)
			read <- err
		}()
		spec := Spec{Root: newRoot(t), Confined: true, Dir: "/", Env: []string{"PATH=/"}, Args: []string{"inside", "streams"}}
		if _, err := Run(context.Background(), spec, Streams{In: terminal, Out: terminal, Err: terminal}); err != nil {
			t.Fatal(err)
		}
		after, err := unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS)
		if err != nil || *before != *after {
			t.Errorf("the terminal was %v, is %v (%v)", before, after, err)
		}
		terminal.Close()
		<-read
		want := "by /dev/stdout\r\nby /dev/stderr\r\ntruncated false\r\na pipe false\r\nterminal /dev/pts/0 71 13\r\n"
		if out.String() != want {
			t.Errorf("got %q, want %q", out.String(), want)
		}
	})
}

// TestMountPointLinks holds that a link in the place of a mount point leads nobody
// to the caller's root. While that is stacked on the new one, ".." of the new one's
// top is the caller's.
func TestMountPointLinks(t *testing.T) {
	for _, name := range MountPoints() {
		for _, confined := range []bool{true, false} {
			canary := t.TempDir()
			root := newRoot(t)
			link := filepath.Join(root, name)
			if err := errors.Join(os.Remove(link), os.Symlink(".."+canary, link)); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			_, err := Run(t.Context(), Spec{Root: root, Confined: confined, Dir: "/", Args: []string{"/inside", "list", "/.."}}, Streams{Out: &out})
			if err == nil || !strings.Contains(err.Error(), "mount on /"+name) {
				t.Errorf("%s, confined: %v: %v\n%s", name, confined, err, out.String())
			}
			if left, err := os.ReadDir(canary); err != nil || len(left) > 0 {
				t.Errorf("%s, confined: %v: written outside: %v %v", name, confined, left, err)
			}
		}
	}
}
