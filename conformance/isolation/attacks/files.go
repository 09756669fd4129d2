package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var files = []attack{
	{"handle-root", "open the host's directory by its file handle, through /", byHandle("/")},
	{"handle-build", "the same through /build, which is on the host's disk", byHandle("/build")},
	{"handle-tools", "the same through /tools, which is mounted read-only", byHandle("/tools")},
	{"handle-proc-fd", "the same through a descriptor of process 1", byHandle("/proc/1/root")},
	{"handle-first-inode", "open the root of the disk as inode 2, generation 0", firstInode},
	{"handle-devices", "open the host's /dev by its handle, through /dev/null", deviceHandle},
	{"inherited-descriptor", "use a directory that the caller had open", inherited},
	{"root-of-processes", "read through /proc/PID/root and /proc/PID/cwd", throughProcesses},
	{"descriptors-of-processes", "open what other processes have open", throughDescriptors},
	{"chroot-twice", "leave a root by chroot(2) with a directory open above it", chrootTwice},
	{"write-root", "write into the read-only root", writeTo("/")},
	{"write-tools", "write into the read-only tools", writeTo("/tools")},
	{"write-device", "make a file beside the devices of the host", writeDevice},
}

// secretIn reads the secret in a directory of the host.
func secretIn(dir int, name string) string {
	fd, err := unix.Openat(dir, name, unix.O_RDONLY, 0)
	if err != nil {
		return ""
	}
	file := os.NewFile(uintptr(fd), name)
	defer file.Close()
	return secretOf(file)
}

func secretOf(file *os.File) string {
	text := make([]byte, 64)
	n, _ := file.ReadAt(text, 0)
	if strings.Contains(string(text[:n]), host.Secret) {
		return "the host's secret, from " + file.Name()
	}
	return ""
}

func byHandle(through string) func(host.Host) string {
	return func(h host.Host) string {
		mount, err := unix.Open(through, unix.O_PATH, 0)
		if err != nil {
			return ""
		}
		if file, err := os.Open(through); err == nil { // open_by_handle_at wants no O_PATH
			mount = int(file.Fd())
		}
		dir, err := unix.OpenByHandleAt(mount, unix.NewFileHandle(h.Type, h.Handle), unix.O_PATH)
		if err != nil {
			return ""
		}
		return secretIn(dir, "secret")
	}
}

// firstInode is the handle that ext2 and its successors give the root of a disk.
func firstInode(host.Host) string {
	const inodeAndGeneration = 1
	build, err := os.Open("/build")
	if err != nil {
		return ""
	}
	dir, err := unix.OpenByHandleAt(int(build.Fd()), unix.NewFileHandle(inodeAndGeneration, []byte{2, 0, 0, 0, 0, 0, 0, 0}), unix.O_RDONLY)
	if err != nil {
		return ""
	}
	entries, err := os.NewFile(uintptr(dir), "the root of the disk").ReadDir(-1)
	if err != nil || len(entries) == 0 {
		return ""
	}
	return fmt.Sprintf("the root of the disk, with %d entries", len(entries))
}

func deviceHandle(h host.Host) string {
	null, err := os.Open("/dev/null")
	if err != nil || len(h.Device) == 0 {
		return ""
	}
	dir, err := unix.OpenByHandleAt(int(null.Fd()), unix.NewFileHandle(h.Kind, h.Device), unix.O_RDONLY)
	if err != nil {
		return ""
	}
	entries, err := os.NewFile(uintptr(dir), "/dev").ReadDir(-1)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("the host's /dev, with %d entries", len(entries))
}

func inherited(host.Host) string {
	for fd := 3; fd < 1024; fd++ {
		if reached := secretIn(fd, "secret"); reached != "" {
			return fmt.Sprintf("%s at descriptor %d", reached, fd)
		}
	}
	return ""
}

// others are the processes in sight, without this one.
func others() []string {
	all, _ := filepath.Glob("/proc/[0-9]*")
	self := fmt.Sprintf("/proc/%d", os.Getpid())
	var found []string
	for _, dir := range all {
		if dir != self {
			found = append(found, dir)
		}
	}
	return found
}

func throughProcesses(h host.Host) string {
	for _, process := range others() {
		for _, link := range []string{"/root", "/cwd"} {
			for _, path := range []string{h.Dir + "/secret", "/../../../.." + h.Dir + "/secret"} {
				if file, err := os.Open(process + link + path); err == nil {
					if reached := secretOf(file); reached != "" {
						return reached
					}
				}
			}
		}
	}
	return ""
}

func throughDescriptors(host.Host) string {
	for _, process := range others() {
		descriptors, _ := filepath.Glob(process + "/fd/*")
		for _, descriptor := range descriptors {
			dir, err := unix.Open(descriptor, unix.O_PATH, 0)
			if err != nil {
				continue
			}
			if reached := secretIn(dir, "secret"); reached != "" {
				return reached
			}
		}
	}
	return ""
}

func chrootTwice(h host.Host) string {
	above, err := unix.Open("/", unix.O_PATH|unix.O_DIRECTORY, 0)
	if err != nil {
		return ""
	}
	os.Mkdir("/build/below", 0o755)
	if unix.Chroot("/build/below") != nil || unix.Fchdir(above) != nil {
		return ""
	}
	for range 64 {
		unix.Chdir("..")
	}
	return secretIn(unix.AT_FDCWD, strings.TrimPrefix(h.Dir, "/")+"/secret")
}

// writeDevice is judged by the test, which looks into the host's /dev.
func writeDevice(h host.Host) string {
	writeTo("/dev")(h)
	return ""
}

func writeTo(dir string) func(host.Host) string {
	return func(host.Host) string {
		name := filepath.Clean(dir) + "/" + host.Mark
		if os.WriteFile(name, []byte(host.Mark), 0o644) != nil {
			return ""
		}
		return "a file was made: " + name
	}
}
