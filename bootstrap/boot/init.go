package boot

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// Main returns at once in an ordinary process. In the first process of a
// machine's namespaces it sets them up and becomes the root's init system.
func Main() {
	if !namespace.IsFirst(argument0) {
		return
	}
	var told request
	err := namespace.ReadRequest(&told)
	if err == nil {
		err = becomeInit(told)
	}
	namespace.WriteOutcome(outcome{err.Error()})
	os.Exit(0)
}

// becomeInit sets up the mounts of a whole system and becomes its init. It
// returns only in failure.
func becomeInit(told request) error {
	// The thread that leaves the cgroup namespace is the one that execs.
	runtime.LockOSThread()
	if err := unix.Unshare(unix.CLONE_NEWCGROUP); err != nil {
		return fmt.Errorf("make a cgroup namespace: %w", err)
	}
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("make mounts private: %w", err)
	}
	root, err := overlay(told.Root)
	if err != nil {
		return err
	}
	system := namespace.Root{
		Dir: root, Hostname: told.Hostname,
		Mounts: []namespace.Mount{{Source: told.Console, Target: "/dev/console"}},
	}
	if err := system.Enter(); err != nil {
		return err
	}
	if err := mountSystem(); err != nil {
		return err
	}
	path, err := namespace.LookPath(told.Args[0], told.Env)
	if err != nil {
		return err
	}
	if err := namespace.KeepOnly(ownSystem); err != nil {
		return err
	}
	return fmt.Errorf("exec %s: %w", path, unix.Exec(path, told.Args, told.Env))
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
// /run, cgroup2, and a read-only /sys, by which systemd knows that it does not
// manage devices (https://systemd.io/CONTAINER_INTERFACE).
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
	return namespace.ProtectKernel()
}
