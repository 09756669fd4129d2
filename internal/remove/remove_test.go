package remove

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// nest makes depth directories in one another below dir, each with beside in it.
func nest(t *testing.T, dir string, depth int, beside string) {
	t.Helper()
	fd, err := unix.Open(dir, unix.O_RDONLY|unix.O_DIRECTORY, 0)
	check(t, err)
	for range depth {
		check(t, unix.Mkdirat(fd, "d", 0o755))
		if beside != "" {
			file, err := unix.Openat(fd, beside, unix.O_CREAT|unix.O_WRONLY, 0o600)
			check(t, err)
			unix.Close(file)
		}
		below, err := unix.Openat(fd, "d", unix.O_RDONLY|unix.O_DIRECTORY, 0)
		check(t, err)
		unix.Close(fd)
		fd = below
	}
	unix.Close(fd)
}

func TestAll(t *testing.T) {
	for _, test := range []struct {
		label string
		fill  func(t *testing.T, dir string)
	}{
		{"empty", func(*testing.T, string) {}},
		{"files and links", func(t *testing.T, dir string) {
			check(t, os.WriteFile(filepath.Join(dir, "a"), nil, 0))
			check(t, os.Symlink("/nowhere", filepath.Join(dir, "b")))
			check(t, unix.Mkfifo(filepath.Join(dir, "c"), 0o600))
		}},
		{"deep", func(t *testing.T, dir string) { nest(t, dir, 8_000, "") }},
		{"deep, with files", func(t *testing.T, dir string) { nest(t, dir, 3_000, "~") }},
		{"wide", func(t *testing.T, dir string) {
			for i := range 2*batch + 10 {
				check(t, os.MkdirAll(filepath.Join(dir, fmt.Sprint(i), "x"), 0o755))
			}
		}},
		{"mode 0", func(t *testing.T, dir string) {
			check(t, os.MkdirAll(filepath.Join(dir, "a/b/c"), 0o755))
			for _, name := range []string{"a/b/c", "a/b", "a"} {
				check(t, os.Chmod(filepath.Join(dir, name), 0))
			}
		}},
		{"long names", func(t *testing.T, dir string) {
			for range 20 {
				dir = filepath.Join(dir, strings.Repeat("\xff\n", 100))
				if os.Mkdir(dir, 0o755) != nil {
					break // longer than a path may be
				}
			}
		}},
	} {
		t.Run(test.label, func(t *testing.T) {
			base := t.TempDir()
			dir := filepath.Join(base, "tree")
			check(t, os.Mkdir(dir, 0o755))
			test.fill(t, dir)
			check(t, All(dir))
			if left, _ := os.ReadDir(base); len(left) > 0 {
				t.Errorf("left: %v", left)
			}
			check(t, All(dir)) // nothing there
			var stat unix.Stat_t
			check(t, unix.Fstat(0, &stat)) // nothing but its own descriptors is closed
		})
	}
}

// TestAllAsOrdinaryUser removes what locks its owner out.
func TestAllAsOrdinaryUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("every other test of this file is one then")
	}
	dir, err := os.MkdirTemp("/var/tmp", "wildebeest-remove-")
	check(t, err)
	defer os.RemoveAll(dir)
	check(t, os.Chmod(dir, 0o755))
	tree := filepath.Join(dir, "tree")
	check(t, os.MkdirAll(filepath.Join(tree, "locked/in"), 0o755))
	check(t, os.WriteFile(filepath.Join(tree, "locked/in/file"), nil, 0))
	for _, name := range []string{"tree/locked/in/file", "tree/locked/in", "tree/locked", "tree", ""} {
		check(t, os.Lchown(filepath.Join(dir, name), 65534, 65534))
	}
	check(t, os.Chmod(filepath.Join(tree, "locked/in"), 0o500))
	check(t, os.Chmod(filepath.Join(tree, "locked"), 0))
	check(t, os.Chmod(tree, 0o500))
	runtime.LockOSThread() // which is not used again
	check(t, unix.Setfsgid(65534))
	check(t, unix.Setfsuid(65534))
	check(t, All(tree))
}

func TestNoLinkIsFollowed(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	check(t, os.WriteFile(filepath.Join(outside, "mine"), nil, 0o644))
	check(t, os.MkdirAll(filepath.Join(dir, "tree/sub"), 0o755))
	check(t, os.Symlink(outside, filepath.Join(dir, "tree/sub/link")))
	check(t, os.Symlink(outside, filepath.Join(dir, "link")))
	check(t, All(filepath.Join(dir, "tree")))
	check(t, All(filepath.Join(dir, "link")))
	if _, err := os.Stat(filepath.Join(outside, "mine")); err != nil {
		t.Error(err)
	}
}

func TestFlags(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root sets the flags")
	}
	dir := filepath.Join(t.TempDir(), "tree")
	check(t, os.MkdirAll(filepath.Join(dir, "a/b"), 0o755))
	check(t, os.WriteFile(filepath.Join(dir, "a/b/file"), nil, 0o600))
	for _, how := range [][]string{{"+i", "a/b/file"}, {"+a", "a/b"}, {"+i", "a"}} {
		if out, err := exec.Command("chattr", how[0], filepath.Join(dir, how[1])).CombinedOutput(); err != nil {
			t.Fatalf("chattr: %v %s", err, out) // e2fsprogs, and a file system with flags
		}
	}
	if os.RemoveAll(dir) == nil {
		t.Fatal("the flags keep nothing from being removed: the test shows nothing")
	}
	check(t, All(dir))
}

// mounted calls test in a mount namespace with a directory of the tree bound to
// another one, of the same file system.
func mounted(t *testing.T, test func(dir, outside string)) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root mounts")
	}
	runtime.LockOSThread() // and the thread ends with the goroutine
	check(t, unix.Unshare(unix.CLONE_FS|unix.CLONE_NEWNS))
	check(t, unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""))
	base := t.TempDir()
	dir, outside := filepath.Join(base, "tree"), filepath.Join(base, "outside")
	check(t, os.MkdirAll(filepath.Join(dir, "a/mounted"), 0o755))
	check(t, os.MkdirAll(outside, 0o755))
	check(t, os.WriteFile(filepath.Join(dir, "other"), nil, 0o644))
	check(t, os.WriteFile(filepath.Join(outside, "mine"), nil, 0o644))
	check(t, unix.Mount(outside, filepath.Join(dir, "a/mounted"), "", unix.MS_BIND, ""))
	defer unix.Unmount(filepath.Join(dir, "a/mounted"), unix.MNT_DETACH)
	test(dir, outside)
	if _, err := os.Stat(filepath.Join(outside, "mine")); err != nil {
		t.Error(err)
	}
}

func TestMountsStay(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		mounted(t, func(dir, _ string) {
			err := All(dir)
			var left *LeftError
			if !errors.As(err, &left) || left.Count != 1 || left.First != "/a/mounted" || !strings.Contains(err.Error(), "is a mount point") {
				t.Errorf("%v", err)
			}
			if _, err := os.Stat(filepath.Join(dir, "other")); err == nil {
				t.Error("what could be removed is still there")
			}
		})
	}()
	<-done
}

func TestOrMove(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		mounted(t, func(dir, _ string) {
			trash := filepath.Join(filepath.Dir(dir), ".trash")
			note, err := OrMove(t.Context(), dir, trash)
			if err != nil || !strings.Contains(note, "mounted: is a mount point; umount it; moved to "+trash) || strings.Contains(note, "\n") {
				t.Errorf("%q %v", note, err)
			}
			if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the name is not free: %v", err)
			}
			places, _ := filepath.Glob(trash + "/left-*/tree/a/mounted")
			for _, place := range places {
				check(t, unix.Unmount(place, 0))
			}
			check(t, All(trash))
		})
	}()
	<-done
	if note, err := OrMove(t.Context(), filepath.Join(t.TempDir(), "none"), t.TempDir()); note != "" || err != nil {
		t.Errorf("%q %v", note, err)
	}
}

// TestDescriptors removes a deep tree with few descriptors.
func TestDescriptors(t *testing.T) {
	var before syscall.Rlimit
	check(t, syscall.Getrlimit(syscall.RLIMIT_NOFILE, &before))
	dir := filepath.Join(t.TempDir(), "tree")
	check(t, os.Mkdir(dir, 0o755))
	nest(t, dir, 3000, "")
	few := before
	few.Cur = 40
	check(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &few))
	err := All(dir)
	check(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &before))
	check(t, err)
}

func TestUntil(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tree")
	check(t, os.MkdirAll(filepath.Join(dir, "a/b"), 0o755))
	ended, end := context.WithCancel(t.Context())
	end()
	if err := Until(ended, dir); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if note, err := OrMove(ended, dir, dir+".trash"); note != "" || !errors.Is(err, context.Canceled) {
		t.Errorf("%q %v", note, err)
	}
	check(t, All(dir))
}
