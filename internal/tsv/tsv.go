// Package tsv reads the project's tables: lines of fields between tabs, where
// blank lines and lines that begin with "#" are comments. An error names the
// file and the line.
package tsv

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

// maxLine bounds a line of a stream, in bytes.
const maxLine = 1 << 20

// Any, in place of a number of columns, takes lines of any length.
const Any = 0

// An Error says which line of which table is wrong.
type Error struct {
	File string
	Line int // from 1
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Parse calls row with the fields of each line of text, which are parts of text and
// no copies. A line of another number of columns, or for which row returns an error,
// ends the reading with an *Error. file is the table's name in it.
func Parse(file, text string, columns int, row func(fields []string) error) error {
	number := 0
	for line := range strings.Lines(text) {
		number++
		if err := parseLine(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"), columns, row); err != nil {
			return &Error{file, number, err}
		}
	}
	return nil
}

// ReadFile is Parse for a file on the disk.
func ReadFile(path string, columns int, row func(fields []string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return Read(path, file, columns, row)
}

// Read is Parse for a stream.
func Read(file string, in io.Reader, columns int, row func(fields []string) error) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	number := 0
	for lines.Scan() {
		number++
		if err := parseLine(lines.Text(), columns, row); err != nil {
			return &Error{file, number, err}
		}
	}
	if err := lines.Err(); err != nil {
		return &Error{file, number + 1, err}
	}
	return nil
}

// parseLine calls row with the fields of a line that is neither blank nor a comment.
func parseLine(line string, columns int, row func(fields []string) error) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	fields := strings.Split(line, "\t")
	if err := wrong(len(fields), columns); err != nil {
		return err
	}
	return row(fields)
}

func wrong(have, want int) error {
	if want == Any || have == want {
		return nil
	}
	return fmt.Errorf("the line has %d fields between tabs, the table has %d columns", have, want)
}
