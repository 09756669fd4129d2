package chroot

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sys/unix"
)

// bootMachine sets up the mounts of a whole system and becomes its init. It
// returns only in failure.
func bootMachine(spec Spec) error {
	// The thread that leaves the cgroup namespace is the one that execs.
	runtime.LockOSThread()
	if err := unix.Unshare(unix.CLONE_NEWCGROUP); err != nil {
		return fmt.Errorf("make a cgroup namespace: %w", err)
	}
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("make mounts private: %w", err)
	}
	root, err := overlay(spec.Root)
	if err != nil {
		return err
	}
	spec.Mounts = append(spec.Mounts, Mount{Source: spec.Console, Target: "/dev/console"})
	spec.Root = root
	if err := enterRoot(spec); err != nil {
		return err
	}
	if err := mountSystem(); err != nil {
		return err
	}
	path, err := lookPath(spec.Args[0], spec.Env)
	if err != nil {
		return err
	}
	if err := keepOnly(ownSystem); err != nil {
		return err
	}
	return fmt.Errorf("exec %s: %w", path, unix.Exec(path, spec.Args, spec.Env))
}

// overlay covers dir by a tmpfs, in this mount namespace, and returns a
// directory in which everything of dir is writable.
func overlay(dir string) (string, error) {
	lower, err := unix.Open(dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return "", fmt.Errorf("open %s: %w", dir, err)
	}
	if err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_NODEV, "mode=755"); err != nil {
		return "", fmt.Errorf("mount a tmpfs: %w", err)
	}
	upper, work, merged := filepath.Join(dir, "upper"), filepath.Join(dir, "work"), filepath.Join(dir, "root")
	for _, name := range []string{upper, work, merged} {
		if err := os.Mkdir(name, 0o755); err != nil {
			return "", err
		}
	}
	options := fmt.Sprintf("lowerdir=/proc/self/fd/%d,upperdir=%s,workdir=%s", lower, upper, work)
	if err := unix.Mount("overlay", merged, "overlay", 0, options); err != nil {
		return "", fmt.Errorf("mount an overlay over %s: %w", dir, err)
	}
	return merged, nil
}

// mountSystem mounts what a system has beside a build's /proc, /dev and /tmp:
// /run, cgroup2, and a read-only /sys, by which systemd knows that devices are
// somebody else's (https://systemd.io/CONTAINER_INTERFACE).
func mountSystem() error {
	const plain = unix.MS_NOSUID | unix.MS_NODEV
	for _, m := range []struct {
		kind, target, data string
		flags              uintptr
	}{
		{"tmpfs", "/run", "mode=755", plain},
		{"sysfs", "/sys", "", plain | unix.MS_NOEXEC | unix.MS_RDONLY},
		{"cgroup2", "/sys/fs/cgroup", "", plain | unix.MS_NOEXEC},
	} {
		if err := unix.Mount(m.kind, m.target, m.kind, m.flags, m.data); err != nil {
			return fmt.Errorf("mount %s on %s: %w", m.kind, m.target, err)
		}
	}
	return protectKernel()
}
