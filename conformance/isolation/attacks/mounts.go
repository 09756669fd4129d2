package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"syscall"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var mounts = []attack{
	{"remount-root", "make the read-only root writable", remount("/", 0)},
	{"remount-tools", "make the read-only tools writable", remount("/tools", 0)},
	{"remount-in-namespace", "the same in a mount namespace of the attack's own", remount("/tools", unix.CLONE_NEWNS)},
	{"remount-as-new-root", "the same in a user namespace of the attack's own", inUserNamespace("remount-tools")},
	{"proc-as-new-root", "mount a /proc that is not protected, in a user namespace of the attack's own", inUserNamespace("mount-proc")},
	{"signal-as-new-root", "signal a process of the caller's, in a user namespace of the attack's own", inUserNamespace("signal")},
	{"set-mount-attributes", "the same by mount_setattr(2)", setAttributes},
	{"clone-mount", "copy the read-only tools by open_tree(2), without the flag", cloneMount},
	{"unmount", "unmount what covers a directory", unmount},
	{"mount-proc", "mount a /proc that is not protected", mountAnew("proc", "/sys/kernel/core_pattern")},
	{"mount-sysfs", "mount the kernel's settings", mountAnew("sysfs", "/kernel/mm/ksm/run")},
	{"mount-cgroups", "mount the host's cgroups", mountAnew("cgroup2", "/cgroup.procs")},
	{"mount-devices", "mount the host's devices", mountAnew("devtmpfs", "/kmsg")},
	{"mount-debug", "mount the kernel's debugging files", mountAnew("tracefs", "/tracing_on")},
}

func remount(dir string, namespaces int) func(host.Host) string {
	return func(h host.Host) string {
		if namespaces != 0 && unix.Unshare(namespaces) != nil {
			return ""
		}
		unix.Mount("", dir, "", unix.MS_REMOUNT|unix.MS_BIND, "")
		unix.Mount("", dir, "", unix.MS_REMOUNT, "")
		return writeTo(dir)(h)
	}
}

// inUserNamespace makes an attack in user, mount, pid and network namespaces that
// the attack has made itself, and in which it has all capabilities.
func inUserNamespace(name string) func(host.Host) string {
	return func(host.Host) string {
		var said bytes.Buffer
		command := exec.Command("/proc/self/exe", name)
		command.Stderr = &said
		command.SysProcAttr = newUser()
		if command.Run() != nil {
			return ""
		}
		var verdict host.Verdict
		json.Unmarshal(said.Bytes(), &verdict)
		return verdict.Reached
	}
}

func newUser() *unix.SysProcAttr {
	return &unix.SysProcAttr{
		Cloneflags:  unix.CLONE_NEWUSER | unix.CLONE_NEWNS | unix.CLONE_NEWPID | unix.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Geteuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getegid(), Size: 1}},
	}
}

func setAttributes(h host.Host) string {
	attr := unix.MountAttr{Attr_clr: unix.MOUNT_ATTR_RDONLY}
	unix.MountSetattr(unix.AT_FDCWD, "/tools", 0, &attr)
	return writeTo("/tools")(h)
}

func cloneMount(host.Host) string {
	tree, err := unix.OpenTree(unix.AT_FDCWD, "/tools", unix.OPEN_TREE_CLONE)
	if err != nil {
		return ""
	}
	attr := unix.MountAttr{Attr_clr: unix.MOUNT_ATTR_RDONLY}
	if unix.MountSetattr(tree, "", unix.AT_EMPTY_PATH, &attr) != nil {
		return ""
	}
	if _, err := unix.Openat(tree, host.Mark, unix.O_CREAT|unix.O_WRONLY, 0o644); err != nil {
		return ""
	}
	return "a file was made in the tools"
}

func unmount(host.Host) string {
	for _, dir := range []string{"/proc", "/dev", "/tools"} {
		if unix.Unmount(dir, unix.MNT_DETACH) == nil {
			return dir + " was unmounted"
		}
	}
	return ""
}

// mountAnew mounts a file system of the kernel's and opens a file of it for
// writing, without writing.
func mountAnew(kind, file string) func(host.Host) string {
	return func(host.Host) string {
		os.Mkdir("/build/mounted", 0o755)
		if unix.Mount(kind, "/build/mounted", kind, 0, "") != nil && mountByNewCalls(kind) != nil {
			return ""
		}
		opened, err := os.OpenFile("/build/mounted"+file, os.O_WRONLY, 0)
		if err != nil {
			return ""
		}
		opened.Close()
		return file + " of a " + kind + " of its own, for writing"
	}
}

func mountByNewCalls(kind string) error {
	context, err := unix.Fsopen(kind, 0)
	if err != nil {
		return err
	}
	const create = 6 // FSCONFIG_CMD_CREATE
	if _, _, errno := unix.Syscall6(unix.SYS_FSCONFIG, uintptr(context), create, 0, 0, 0, 0); errno != 0 {
		return errno
	}
	mounted, err := unix.Fsmount(context, 0, 0)
	if err != nil {
		return err
	}
	return unix.MoveMount(mounted, "", unix.AT_FDCWD, "/build/mounted", unix.MOVE_MOUNT_F_EMPTY_PATH)
}
