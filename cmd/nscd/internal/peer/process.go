package peer

import (
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
)

// process is what proc(5) tells everybody about a process.
type process struct {
	pid, parent int32
	command     string // its name; process 1's children have one in parentheses until they are programs
	start       string // when it was started, which tells it from a later one of the same number
}

// maxText is how many bytes are read of a file in /proc.
const maxText = 64 << 10

func proc(pid int32, name string) string {
	return "/proc/" + strconv.Itoa(int(pid)) + "/" + name
}

func readProcess(pid int32) (process, bool) {
	// Not /proc/PID/stat: that adds up all threads of the process.
	text, err := fsys.FS{}.ReadFile(proc(pid, "task/"+strconv.Itoa(int(pid))+"/stat"), maxText)
	if err != nil {
		return process{}, false
	}
	return parseStat(pid, string(text))
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
	text, err := fsys.FS{}.ReadFile(proc(p.pid, "cgroup"), maxText)
	return err == nil && groupOf(string(text), units)
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
