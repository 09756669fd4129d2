package boot

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/namespace"
	"golang.org/x/sys/unix"
)

// enter makes the machine's root the root of this mount namespace. Its files have
// owners of the machine.
func (r request) enter() error {
	root, err := overlay(r.Root, os.NewFile(usersFD, "users"))
	if errors.Is(err, namespace.ErrNoIDMap) {
		return fmt.Errorf("%w; copy the root to a file system that has them, as ext4, xfs, btrfs or tmpfs", err)
	}
	if err != nil {
		return err
	}
	system := namespace.Root{
		Dir: root, Owner: namespace.Shifted().Root(),
		Mounts: []namespace.Mount{{Source: r.Console, Target: "/dev/console"}},
	}
	if err := system.Enter(); err != nil {
		return err
	}
	// The kernel lets process 1 mount one of its own network namespace only where
	// it sees another one.
	return mount("sysfs", "/sys", unix.MS_RDONLY|unix.MS_NOEXEC, "")
}

// overlay covers dir by a tmpfs, in this mount namespace, and returns a directory
// in which everything of dir is writable. An owner of a file on the disk is the
// user of that number in the user namespace users.
func overlay(dir string, users *os.File) (string, error) {
	lowerTree, err := namespace.CloneTree(dir, &unix.MountAttr{Attr_set: unix.MOUNT_ATTR_RDONLY}, users)
	if err != nil {
		return "", err
	}
	defer unix.Close(lowerTree)
	if err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_NODEV, "mode=755"); err != nil {
		return "", fmt.Errorf("mount a tmpfs: %w", err)
	}
	lower, upper, work, merged := filepath.Join(dir, "lower"), filepath.Join(dir, "upper"), filepath.Join(dir, "work"), filepath.Join(dir, "root")
	for _, name := range []string{lower, upper, work, merged} {
		if err := os.Mkdir(name, 0o755); err != nil {
			return "", err
		}
	}
	if err := os.Chown(upper, namespace.Shifted().Root(), namespace.Shifted().Root()); err != nil {
		return "", err
	}
	if err := unix.MoveMount(lowerTree, "", unix.AT_FDCWD, lower, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
		return "", fmt.Errorf("mount %s: %w", lower, err)
	}
	options := fmt.Sprintf("lowerdir=%s,upperdir=%s,workdir=%s", escaped(lower), escaped(upper), escaped(work))
	if err := unix.Mount("overlay", merged, "overlay", unix.MS_NODEV, options); err != nil {
		return "", fmt.Errorf("mount an overlay over %s: %w", dir, err)
	}
	return merged, nil
}

// mountSystem mounts what a system has beside a build's /dev and /tmp: /proc and a
// read-only /sys of its own namespaces, /run, and cgroup2. By /sys systemd knows
// that it does not manage devices (https://systemd.io/CONTAINER_INTERFACE).
func mountSystem() error {
	return errors.Join(
		mount("proc", "/proc", unix.MS_NOEXEC, ""),
		mount("tmpfs", "/run", 0, "mode=755"),
		mount("sysfs", "/sys", unix.MS_NOEXEC|unix.MS_RDONLY, ""),
		mount("cgroup2", "/sys/fs/cgroup", unix.MS_NOEXEC, ""),
	)
}

func mount(kind, target string, flags uintptr, data string) error {
	if err := unix.Mount(kind, target, kind, flags|unix.MS_NOSUID|unix.MS_NODEV, data); err != nil {
		return fmt.Errorf("mount %s on %s: %w", kind, target, err)
	}
	return nil
}

// escaped is a path in the options of an overlay, which commas and colons part.
func escaped(path string) string {
	return strings.NewReplacer(`\`, `\\`, ",", `\,`, ":", `\:`).Replace(path)
}
