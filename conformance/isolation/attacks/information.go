package main

import (
	"bufio"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

// What tells of the host.
var information = []attack{
	{"addresses-of-kernel", "read addresses of the kernel", kernelAddresses},
	{"keys-of-host", "list keys of the host", listed("/proc/keys")},
	{"cgroup-path", "learn the caller's cgroup", cgroupPath},
	{"processes-of-host", "see a process of the caller's", seeVictim},
	{"name-of-host", "learn the host's name", hostName},
	{"command-line-of-kernel", "read how the machine was started", listed("/proc/cmdline")},
	{"timers", "list timers of all processes", listed("/proc/timer_list")},
	{"files-of-kernel", "read the memory of the kernel as a core file", openAny("/proc/kcore")},
	{"firmware", "read the machine's settings in /sys", openAny("/sys/class/dmi/id/product_uuid", "/sys/kernel/notes", "/sys/devices/system/cpu/online")},
}

func kernelAddresses(host.Host) string {
	file, err := os.Open("/proc/kallsyms")
	if err != nil {
		return ""
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if address, _, _ := strings.Cut(lines.Text(), " "); strings.Trim(address, "0") != "" {
			return "addresses of the kernel"
		}
	}
	return ""
}

func listed(path string) func(host.Host) string {
	return func(host.Host) string {
		text, err := os.ReadFile(path)
		if err != nil || len(text) == 0 {
			return ""
		}
		return path
	}
}

func cgroupPath(host.Host) string {
	text, _ := os.ReadFile("/proc/self/cgroup")
	for line := range strings.Lines(string(text)) {
		if path := line[strings.LastIndexByte(strings.TrimSpace(line), ':')+1:]; strings.TrimSpace(path) != "/" {
			return "a path of cgroups"
		}
	}
	return ""
}

func seeVictim(host.Host) string {
	for _, process := range others() {
		if line, err := os.ReadFile(process + "/cmdline"); err == nil && strings.Contains(string(line), "victim") {
			return process
		}
	}
	return ""
}

func hostName(h host.Host) string {
	var name unix.Utsname
	if unix.Uname(&name) != nil || unix.ByteSliceToString(name.Nodename[:]) != h.Name {
		return ""
	}
	return "its name"
}
