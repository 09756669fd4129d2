package namespace

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// LookPath finds a program by the PATH of env.
func LookPath(name string, env []string) (string, error) {
	if strings.Contains(name, "/") {
		return name, nil
	}
	for _, setting := range env {
		path, ok := strings.CutPrefix(setting, "PATH=")
		if !ok {
			continue
		}
		for _, dir := range filepath.SplitList(path) {
			program := filepath.Join(dir, name)
			if info, err := os.Stat(program); err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0 {
				return program, nil
			}
		}
	}
	return "", fmt.Errorf("%s: %w", name, exec.ErrNotFound)
}

// ExitStatus is what a shell would tell: 128+N for signal N.
func ExitStatus(status syscall.WaitStatus) int {
	if status.Signaled() {
		return 128 + int(status.Signal())
	}
	return status.ExitStatus()
}

// Status takes the exit status out of the error of an exec.Cmd, which then is
// none.
func Status(err error) (int, error) {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return ExitStatus(exit.Sys().(syscall.WaitStatus)), nil
	}
	return 0, err
}
