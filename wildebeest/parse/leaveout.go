package parse

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/serpent-os/wildebeest/wildebeest/cparse"
	"modernc.org/cc/v4"
)

// maxLeftOut bounds the declarations that are left out of one unit to have a tree
// of the others.
const maxLeftOut = 6

// parse parses the unit. A declaration at file scope that is no C, as one with a
// macro that only a configured build defines, leaves no tree at all: it is left
// out then, and the unit parsed again.
func (u *unitFS) parse(text []byte) (ast *cc.AST, err error) {
	name := u.unit
	for range maxLeftOut + 1 {
		u.opens = 0
		ast, err = cparse.Parse(cparse.Unit{
			Name: treeDir + name, Text: u.prepare(text, name), Defines: "#define _GNU_SOURCE 1\n",
			Quote: []string{findDir}, System: append(append([]string{}, u.headers...), findDir, emptyDir), FS: u,
		})
		if ast != nil || err == nil || !u.leaveOut(err) {
			break
		}
	}
	return ast, err
}

var errorAt = regexp.MustCompile(`^(.+?):(\d+):\d+: `)

// leaveOut notes the declaration that an error is about, and reports whether it
// is a new one of the scanned tree.
func (u *unitFS) leaveOut(err error) bool {
	m := errorAt.FindStringSubmatch(err.Error())
	if m == nil {
		return false
	}
	file := u.inTree(m[1])
	line, aerr := strconv.Atoi(m[2])
	if file == "" || aerr != nil {
		return false
	}
	line = u.lineOf(file, line)
	for _, old := range u.leftOut[file] {
		if old == line {
			return false
		}
	}
	u.leftOut[file] = append(u.leftOut[file], line)
	return true
}

// prepare removes #error lines, and the declarations to leave out, from a file's text.
func (u *unitFS) prepare(text []byte, file string) []byte {
	text = errorLine.ReplaceAll(text, nil)
	for _, line := range u.leftOut[file] {
		text = Blank(text, line)
	}
	return text
}

// maxBlank is the number of lines that a declaration to be left out may have.
const maxBlank = 40

// Blank clears the declaration that begins in a line, to the semicolon or the
// brace that ends a line. Preprocessor directives stay, and lines keep their numbers.
func Blank(text []byte, line int) []byte {
	var out []byte
	number, inside := 0, false
	for part := range bytes.Lines(text) {
		number++
		trimmed := bytes.TrimSpace(part)
		if number == line {
			inside = true
		}
		if !inside || bytes.HasPrefix(trimmed, []byte{'#'}) || number > line+maxBlank {
			out = append(out, part...)
			continue
		}
		out = append(out, '\n')
		if bytes.HasSuffix(trimmed, []byte{';'}) || bytes.Equal(trimmed, []byte{'}'}) {
			inside = false
		}
	}
	return out
}
