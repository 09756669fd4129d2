package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"golang.org/x/sys/unix"
)

// failedLog is what the name of a log ends with when its build failed.
const failedLog = ".failed.log"

// Log is the file that has everything the step's build printed; FailedLog has it
// once the build has failed.
func (s *State) Log(step *plan.Step) string {
	return s.path("logs", step.Recipe.Name, step.Recipe.ID()+"-"+step.Key[:shortKey]+".log")
}

// FailedLog is the log of a build that failed.
func (s *State) FailedLog(step *plan.Step) string {
	return strings.TrimSuffix(s.Log(step), ".log") + failedLog
}

// CreateLog makes the step's log. It is locked as long as it is written.
func (s *State) CreateLog(step *plan.Step) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(s.Log(step)), 0o755); err != nil {
		return nil, err
	}
	if err := s.Discard(s.FailedLog(step)); err != nil {
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
