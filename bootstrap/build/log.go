package build

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/sys/unix"
)

// failedLog is what the name of a log ends with when its build failed.
const failedLog = ".failed.log"

// Log is the file that has everything the step's build printed; FailedLog has it
// once the build has failed.
func (s *State) Log(step *Step) string {
	return s.path("logs", step.Recipe.Name, step.Recipe.ID()+"-"+step.Key[:12]+".log")
}

// FailedLog is the log of a build that failed.
func (s *State) FailedLog(step *Step) string {
	return strings.TrimSuffix(s.Log(step), ".log") + failedLog
}

// createLog makes the step's log. It is locked as long as it is written.
func (s *State) createLog(step *Step) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(s.Log(step)), 0o755); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(s.FailedLog(step)); err != nil {
		return nil, err
	}
	file, err := os.Create(s.Log(step))
	if err != nil {
		return nil, err
	}
	return file, unix.Flock(int(file.Fd()), unix.LOCK_EX)
}

// OtherLog makes the log of something that is not a package.
func (s *State) OtherLog(name string) (*os.File, error) {
	if err := os.MkdirAll(s.path("logs"), 0o755); err != nil {
		return nil, err
	}
	return os.Create(s.path("logs", name+".log"))
}

// LastLog is the newest log of a package, or of any where name is empty; with
// failed, of the builds that failed.
func (s *State) LastLog(name string, failed bool) (string, error) {
	pattern, what := "*.log", "log"
	if failed {
		pattern, what = "*"+failedLog, "log of a failed build"
	}
	dir := name
	if name == "" {
		dir = "*"
	} else if strings.ContainsAny(name, `/*?[\`) {
		return "", fmt.Errorf("%q is no package's name", name)
	}
	files, err := filepath.Glob(s.path("logs", dir, pattern))
	if err != nil {
		return "", err
	}
	var last string
	var newest int64
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && info.ModTime().UnixNano() >= newest {
			last, newest = file, info.ModTime().UnixNano()
		}
	}
	if last == "" {
		return "", fmt.Errorf("no %s in %s", what, s.path("logs", name))
	}
	return last, nil
}

// Written tells whether a log's build is over.
func Written(log *os.File) (bool, error) {
	err := unix.Flock(int(log.Fd()), unix.LOCK_SH|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, nil
	}
	return true, err
}

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

// ofProbe finds what is no error of the build: a configure script shows what came
// of a conftest.c, sets it off with | or ], or asks the compiler's driver for an
// option that it does not have.
var ofProbe = regexp.MustCompile(`^[|\]] |\bconftest\b|^clang: error: `)

// firstError returns the first line of a build's log that a compiler, linker or
// make calls an error; failing that, the last such line of a probe, and failing
// that, the last line.
func firstError(path string) string {
	var probe string
	first := firstLine(path, func(line string) bool {
		if !strings.Contains(line, "error:") && !strings.Contains(line, "undefined symbol") {
			return false
		}
		if ofProbe.MatchString(line) {
			probe = line
			return false
		}
		return true
	})
	return cmp.Or(first, probe, tail(path, 1))
}

// firstLineWith returns the first line of a file with a text in it, in whatever
// case, or "".
func firstLineWith(path, text string) string {
	return firstLine(path, func(line string) bool { return strings.Contains(strings.ToLower(line), text) })
}

// firstLine returns the first line of a file that is wanted, or "". A line longer
// than the scanner's bound ends the search, not the program.
func firstLine(path string, wanted func(line string) bool) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if line := strings.TrimSpace(lines.Text()); wanted(line) {
			return line
		}
	}
	return ""
}

// indent sets a log's lines off from the message around them.
func indent(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ")
}
