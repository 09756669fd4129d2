// Package process reaches the process's arguments, environment and standard
// files without package os, which costs 8% of the time that an empty Go program
// takes from start to exit: most of what a lookup takes.
package process

import (
	"syscall"
	_ "unsafe" // for go:linkname
)

// Arguments are those of the command line, the program's name first. They come
// from the function through which the runtime gives them to os.
//
//go:linkname Arguments os.runtime_args
func Arguments() []string

//go:linkname environment syscall.runtime_envs
func environment() []string

// Getenv is the value of a variable of the environment, or "".
func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// LookupEnv is the value of a variable and whether it is set.
func LookupEnv(key string) (value string, set bool) {
	for _, entry := range environment() {
		if len(entry) > len(key) && entry[:len(key)] == key && entry[len(key)] == '=' {
			return entry[len(key)+1:], true
		}
	}
	return "", false
}

// Descriptor is an open file by its number.
type Descriptor int

// The standard files for writing.
const (
	Stdout Descriptor = 1
	Stderr Descriptor = 2
)

// Write writes all of p. A pipe without a reader is an error, not a signal, and
// so is a standard output that was closed when the process was started.
func (d Descriptor) Write(p []byte) (int, error) {
	if d == Stdout && stdoutFlags != 0 {
		return 0, syscall.EBADF
	}
	written := 0
	for written < len(p) {
		n, err := syscall.Write(int(d), p[written:])
		switch {
		case err == syscall.EINTR:
		case err != nil:
			return written, err
		case n == 0:
			return written, syscall.EIO
		default:
			written += n
		}
	}
	return written, nil
}
