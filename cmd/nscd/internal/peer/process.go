package peer

import (
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// process is what proc(5) tells everybody about a process.
type process struct {
	pid, parent int32
	command     string // its name; process 1's children have one in parentheses until they are programs
	start       string // when it was started, which tells it from a later one of the same number
}

// read reads the start of a file in /proc, by few system calls.
func read(path string) (text string, ok bool) {
	fd, err := unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return "", false
	}
	defer unix.Close(fd)
	var buf [4096]byte
	n, err := unix.Read(fd, buf[:])
	if err != nil {
		return "", false
	}
	return string(buf[:n]), true
}

func proc(pid int32, name string) string {
	return "/proc/" + strconv.Itoa(int(pid)) + "/" + name
}

func readProcess(pid int32) (process, bool) {
	// Not /proc/PID/stat: that adds up all threads of the process.
	text, ok := read(proc(pid, "task/"+strconv.Itoa(int(pid))+"/stat"))
	if !ok {
		return process{}, false
	}
	return parseStat(pid, text)
}

// parseStat reads the stat of proc(5): the name stands in parentheses, and may have any.
func parseStat(pid int32, text string) (process, bool) {
	open, end := strings.IndexByte(text, '('), strings.LastIndexByte(text, ')')
	if open < 0 || end < open {
		return process{}, false
	}
	fields := strings.Fields(text[end+1:]) // from the third on
	const parent, start = 4 - 3, 22 - 3
	if len(fields) <= start {
		return process{}, false
	}
	number, err := strconv.ParseInt(fields[parent], 10, 32)
	if err != nil {
		return process{}, false
	}
	return process{pid, int32(number), text[open+1 : end], fields[start]}, true
}

// program is the name of the process's program without its directory; "" where
// this process may not know it.
func (p process) program() string {
	target, err := os.Readlink(proc(p.pid, "exe"))
	if err != nil {
		return ""
	}
	return path.Base(strings.TrimSuffix(target, " (deleted)"))
}

// inUnit tells whether one of the process's control groups is that of one of the
// system's units, or below it.
func (p process) inUnit(units []string) bool {
	text, ok := read(proc(p.pid, "cgroup"))
	return ok && groupOf(text, units)
}

// groupOf tells whether /proc/PID/cgroup names one of the system's units: one that
// belongs to a user's manager may have the same name.
func groupOf(text string, units []string) bool {
	for line := range strings.Lines(text) {
		for name := range strings.SplitSeq(strings.TrimSpace(line), "/") {
			if name == "user.slice" {
				break
			}
			if slices.Contains(units, name) {
				return true
			}
		}
	}
	return false
}
