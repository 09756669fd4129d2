package main

import (
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var devices = []attack{
	{"make-disk", "make a node of the host's disk, and read it", makeDisk},
	{"make-memory", "make a node of the machine's memory, and open it", makeNode(unix.S_IFCHR, 1, 1)},
	{"make-kernel-log", "make a node of the kernel's log, and open it", makeNode(unix.S_IFCHR, 1, 11)},
	{"open-memory", "open the machine's memory", openAny("/dev/mem", "/dev/kmem", "/dev/port")},
	{"open-kernel-log", "open the kernel's log", openAny("/dev/kmsg", "/proc/kmsg")},
	{"open-disk", "open a disk", openAny("/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/loop-control", "/dev/mapper/control")},
	{"open-virtual-machine", "open the host's virtual devices", openAny("/dev/kvm", "/dev/vhost-vsock", "/dev/vsock", "/dev/net/tun", "/dev/fuse", "/dev/uinput", "/dev/cuse", "/dev/btrfs-control", "/dev/rfkill", "/dev/autofs")},
}

func makeDisk(h host.Host) string {
	if h.Disk == 0 {
		return ""
	}
	for _, dir := range []string{"/build", "/tmp", "/dev", "/dev/shm"} {
		name := dir + "/disk"
		if unix.Mknod(name, unix.S_IFBLK|0o600, int(h.Disk)) != nil {
			continue
		}
		defer os.Remove(name)
		if file, err := os.Open(name); err == nil {
			if _, err := file.Read(make([]byte, 512)); err == nil {
				return "the host's disk, by " + name
			}
		}
	}
	return ""
}

func makeNode(kind uint32, major, minor uint32) func(host.Host) string {
	return func(host.Host) string {
		for _, dir := range []string{"/build", "/tmp", "/dev", "/dev/shm"} {
			name := dir + "/node"
			if unix.Mknod(name, kind|0o600, int(unix.Mkdev(major, minor))) != nil {
				continue
			}
			defer os.Remove(name)
			if file, err := os.Open(name); err == nil {
				file.Close()
				return fmt.Sprintf("device %d:%d, by %s", major, minor, name)
			}
		}
		return ""
	}
}

func openAny(paths ...string) func(host.Host) string {
	return func(host.Host) string {
		for _, path := range paths {
			fd, err := unix.Open(path, unix.O_RDONLY|unix.O_NONBLOCK, 0)
			if err != nil {
				continue
			}
			defer unix.Close(fd)
			if !covered(fd) {
				return path + " was opened"
			}
		}
		return ""
	}
}

// covered tells whether a sandbox has put /dev/null in the place of a file.
func covered(fd int) bool {
	var stat unix.Stat_t
	return unix.Fstat(fd, &stat) == nil && stat.Mode&unix.S_IFMT == unix.S_IFCHR && stat.Rdev == unix.Mkdev(1, 3)
}
