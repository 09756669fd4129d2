package build

import (
	"bufio"
	"io"
	"os"
	"strings"
)

// tailBytes bounds what is read of a log's end.
const tailBytes = 16 << 10

// tail returns the last lines of a file, or "" where it can't be read.
func tail(path string, lines int) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() > tailBytes {
		file.Seek(-tailBytes, io.SeekEnd)
	}
	text, err := io.ReadAll(io.LimitReader(file, tailBytes))
	if err != nil {
		return ""
	}
	all := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}

// firstError returns the first line of a build's log that a compiler, linker or
// make calls an error; failing that, the last line.
func firstError(path string) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	// A line longer than the scanner's bound ends the search, not the program.
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if line := lines.Text(); strings.Contains(line, "error:") || strings.Contains(line, "undefined symbol") {
			return strings.TrimSpace(line)
		}
	}
	return tail(path, 1)
}

// indent sets a log's lines off from the message around them.
func indent(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ")
}

// CreateLog makes the log of something that is not a package.
func (s *State) CreateLog(name string) (*os.File, error) {
	if err := os.MkdirAll(s.path("logs"), 0o755); err != nil {
		return nil, err
	}
	return os.Create(s.path("logs", name+".log"))
}
