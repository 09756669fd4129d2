package getconf_test

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestMounts compares on real file systems: those on a loop device, and those
// without a device.
func TestMounts(t *testing.T) {
	needHost(t)
	if !inNamespace(t) {
		return
	}
	dir := t.TempDir()
	images := map[string]int64{"ext2": 8, "ext3": 16, "ext4": 16, "xfs": 320, "btrfs": 128} // MiB, sparse
	for kind, size := range images {
		t.Run(kind, func(t *testing.T) {
			if !knows(kind) {
				t.Skipf("this kernel has no %s", kind)
			}
			target := filepath.Join(dir, kind)
			if err := mountImage(t, target, kind, size); err != nil {
				t.Skipf("no loop device, or it may not be used here: %v", err)
			}
			defer syscall.Unmount(target, syscall.MNT_DETACH)
			comparePath(t, target)
		})
	}
	lower := filepath.Join(dir, "lower")
	work := fmt.Sprintf("lowerdir=/,upperdir=%s/up/upper,workdir=%s/up/work", lower, lower)
	for _, special := range []struct{ kind, data string }{
		{"tmpfs", "size=1m"}, {"ramfs", ""}, {"devpts", "newinstance"}, {"mqueue", ""}, {"hugetlbfs", ""}, {"proc", ""}, {"sysfs", ""},
		{"cgroup2", ""}, {"overlay", work}, {"bpf", ""}, {"debugfs", ""},
	} {
		t.Run(special.kind, func(t *testing.T) {
			if !knows(special.kind) {
				t.Skipf("this kernel has no %s", special.kind)
			}
			if special.kind == "overlay" {
				if err := mount("none", filepath.Join(lower, "up"), "tmpfs", ""); err != nil {
					t.Fatal(err)
				}
				defer syscall.Unmount(filepath.Join(lower, "up"), syscall.MNT_DETACH)
				os.Mkdir(lower+"/up/upper", 0o755)
				os.Mkdir(lower+"/up/work", 0o755)
			}
			target := filepath.Join(dir, special.kind)
			if err := mount("none", target, special.kind, special.data); err != nil {
				t.Skipf("not allowed here: %v", err)
			}
			defer syscall.Unmount(target, syscall.MNT_DETACH)
			comparePath(t, target)
		})
	}
}

// comparePath compares all variables of a directory and of a file in it.
func comparePath(t *testing.T, dir string) {
	t.Helper()
	compare(t, "-a", dir)
	file := filepath.Join(dir, "file")
	if os.WriteFile(file, nil, 0o644) == nil {
		compare(t, "-a", file)
	}
}

// TestHiddenSysAndProc takes /sys and then /proc away from both tools.
func TestHiddenSysAndProc(t *testing.T) {
	needHost(t)
	if !inNamespace(t) {
		return
	}
	for _, hidden := range []string{"/sys", "/proc"} {
		if err := mount("none", hidden, "tmpfs", ""); err != nil {
			t.Skipf("not allowed here: %v", err)
		}
		compare(t, "-a")
		compare(t, "-a", "/dev")
		for _, name := range []string{"_NPROCESSORS_ONLN", "_NPROCESSORS_CONF", "NGROUPS_MAX"} {
			compare(t, name)
		}
		compare(t, "LINK_MAX", "/")
	}
}

// TestProcessorLists puts other lists of CPUs in the place of the kernel's.
func TestProcessorLists(t *testing.T) {
	needHost(t)
	if !inNamespace(t) {
		return
	}
	list := filepath.Join(t.TempDir(), "list")
	os.WriteFile(list, nil, 0o644)
	for _, file := range []string{"online", "possible"} {
		if err := syscall.Mount(list, "/sys/devices/system/cpu/"+file, "", syscall.MS_BIND, ""); err != nil {
			t.Skipf("not allowed here: %v", err)
		}
	}
	for _, content := range []string{"0\n", "0-1\n", "0-7\n", "0,2\n", "0-3,8-11\n", "1,3,5-9,63\n", "0-4095\n", "5\n"} {
		os.WriteFile(list, []byte(content), 0o644)
		compare(t, "_NPROCESSORS_ONLN")
		compare(t, "_NPROCESSORS_CONF")
	}
}

// TestDeadServer mounts FUSE and never answers, as a dead server does.
func TestDeadServer(t *testing.T) {
	if !inNamespace(t) {
		return
	}
	fuse, err := os.OpenFile("/dev/fuse", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("no FUSE in this kernel or container: %v", err)
	}
	defer fuse.Close()
	dead := filepath.Join(t.TempDir(), "dead")
	if err := mount("dead", dead, "fuse", fmt.Sprintf("fd=%d,rootmode=40000,user_id=0,group_id=0", fuse.Fd())); err != nil {
		t.Skipf("not allowed here: %v", err)
	}
	defer syscall.Unmount(dead, syscall.MNT_DETACH)
	below := dead + "/file"
	const patience = 5 * time.Second // of the tool, for one path
	for _, test := range []struct {
		env  []string
		args []string
		want result
		most time.Duration
	}{
		{glibcMode, []string{"NAME_MAX", below}, result{"", "getconf: pathconf: " + below + ": Connection timed out\n", 3}, 2 * patience},
		{glibcMode, []string{"-a", below}, result{run(t, ours, glibcMode, "-a", "/missing").stdout, "", 0}, 2 * patience},
		{glibcMode, []string{"PATH_MAX", below}, result{"4096\n", "", 0}, patience},
		{glibcMode, []string{"ARG_MAX"}, run(t, hostOwn, muslMode, "ARG_MAX"), patience},
		{muslMode, []string{"NAME_MAX", below}, result{"255\n", "", 0}, patience},
		{muslMode, []string{"-a", below}, result{run(t, ours, muslMode, "-a").stdout, "", 0}, patience},
	} {
		start := time.Now()
		got := run(t, ours, test.env, test.args...)
		if took := time.Since(start); took > test.most {
			t.Errorf("getconf %q took %v", test.args, took)
		}
		got.stdout, test.want.stdout = settled(got.stdout), settled(test.want.stdout)
		if got != test.want {
			t.Errorf("getconf %q: %+v, want %+v", test.args, got, test.want)
		}
	}
}
