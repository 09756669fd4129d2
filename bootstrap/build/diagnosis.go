package build

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"

	"golang.org/x/sys/unix"
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

// ofProbe finds what is no error of the build: a configure script shows what came
// of a conftest.c, sets it off with | or ], or asks the compiler's driver for an
// option that it does not have.
var ofProbe = regexp.MustCompile(`^[|\]] |\bconftest\b|^clang: error: `)

// ends are what make says where it ends by itself, and what make and shells say of a
// command that is not there.
var ends = regexp.MustCompile(`^(?:\S+:\d+|make(?:\[\d+\])?): \*\*\* .*  Stop\.$|` +
	`^make(?:\[\d+\])?: \S+: No such file or directory$|^\S*sh: (?:(?:line )?\d+: )?\S+: (?:command )?not found$`)

// firstError returns the first line of a build's log that a compiler, linker or
// make calls an error; failing that, the last such line of a probe, or "".
func firstError(path string) string {
	var probe string
	first := firstLine(path, func(line string) bool {
		if !strings.Contains(line, "error:") && !strings.Contains(line, "undefined symbol") && !ends.MatchString(line) {
			return false
		}
		if ofProbe.MatchString(line) {
			probe = line
			return false
		}
		return true
	})
	return cmp.Or(first, probe)
}

// refusedWrite returns the first line of a log that tells of a write to what can
// only be read, or "".
func refusedWrite(path string) string {
	return firstLine(path, func(line string) bool { return strings.Contains(strings.ToLower(line), unix.EROFS.Error()) })
}

// lineBytes bounds what is looked at of one line.
const lineBytes = 64 << 10

// firstLine returns the first line of a file that is wanted, or "". Of a line that
// is longer than lineBytes only the begin counts.
func firstLine(path string, wanted func(line string) bool) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	reader := bufio.NewReaderSize(file, lineBytes)
	for begun := false; ; {
		text, err := reader.ReadSlice('\n')
		if !begun {
			if line := strings.TrimSpace(string(text)); wanted(line) {
				return line
			}
		}
		begun = errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !begun {
			return ""
		}
	}
}
