package parse

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"time"
)

// The parser sees one tree of files: the scanned one below treeDir; below
// findDir the same, found by the end of a path as the lexer's pass does; below
// emptyDir an empty file for every header that is nowhere else; and the
// machine's headers under their own names.
const (
	treeDir  = "/tree/"
	findDir  = "/find/0/0/0/0/0/0/"
	emptyDir = "/empty/0/0/0/0/0/0/"
)

// maxOpens bounds the files that one unit may open: headers that include each
// other without end never stop the parser.
const maxOpens = 5000

// maxTexts bounds the bytes of the tree's files that one unit may include.
const maxTexts = 64 << 20

type unitFS struct {
	tree    asked
	headers headers
	unit    string // path in the tree
	opens   int
	texts   map[string][]byte // what was read of the tree
	size    int               // bytes of texts
	files   map[string]string // names of the parser → files of the tree, or ""
	once    map[string]int    // line of #pragma once in files where it was replaced
	leftOut map[string][]int  // lines of a file where a declaration is left out
}

func (u *unitFS) Open(name string) (fs.File, error) {
	if u.opens++; u.opens > maxOpens {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if p := u.inTree(name); p != "" {
		text, err := u.text(p)
		if err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		text, u.once[p] = guardOnce(u.prepare(text, p), p)
		return &memFile{name: p, Reader: bytes.NewReader(text)}, nil
	}
	switch {
	case strings.HasPrefix(name, treeDir) || strings.HasPrefix(name, "/find/"):
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	case strings.HasPrefix(name, "/empty/"):
		return &memFile{name: name, Reader: bytes.NewReader(nil)}, nil
	}
	return u.headers.open(name)
}

// errorLine stops the parser for good, and an unconfigured tree has many.
var errorLine = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*error\b.*$`)

var pragmaOnce = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*pragma[ \t]+once\b.*$`)

// guardOnce puts an include guard in the place of #pragma once, which the
// parser does not know: it would include such headers in circles. It returns
// the pragma's line; those behind it are one too high.
func guardOnce(text []byte, name string) ([]byte, int) {
	at := pragmaOnce.FindIndex(text)
	if at == nil {
		return text, 0
	}
	guard := fmt.Sprintf("WILDEBEEST_ONCE_%x", name)
	out := append([]byte{}, text[:at[0]]...)
	out = append(out, "#ifndef "+guard+"\n#define "+guard...)
	out = append(append(out, text[at[1]:]...), "\n#endif\n"...)
	return out, bytes.Count(text[:at[0]], []byte{'\n'}) + 1
}

// lineOf turns a line of the parser's into one of the file.
func (u *unitFS) lineOf(file string, line int) int {
	if once := u.once[file]; once > 0 && line > once {
		return line - 1
	}
	return line
}

// Stat answers __has_include: nothing below emptyDir is there.
func (u *unitFS) Stat(name string) (fs.FileInfo, error) {
	if p := u.inTree(name); p != "" {
		return memInfo{name: p}, nil
	}
	if strings.HasPrefix(name, treeDir) || strings.HasPrefix(name, "/find/") || strings.HasPrefix(name, "/empty/") {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return u.headers.stat(name)
}

// text returns a file of the tree.
func (u *unitFS) text(p string) ([]byte, error) {
	if known, ok := u.texts[p]; ok {
		return known, nil
	}
	r := u.tree.ask(question{Kind: text, File: p})
	if u.size += len(r.Text); u.size > maxTexts {
		return nil, errors.New("the unit includes too much")
	}
	if r.Err != "" {
		return nil, errors.New(r.Err)
	}
	u.texts[p] = r.Text
	return r.Text, nil
}

// inTree returns the scanned file that a name of the parser means, or "".
func (u *unitFS) inTree(name string) string {
	file, known := u.files[name]
	if !known {
		file = u.locate(name)
		u.files[name] = file
	}
	return file
}

func (u *unitFS) locate(name string) string {
	if p, ok := strings.CutPrefix(path.Clean(name), treeDir); ok {
		if u.tree.ask(question{Kind: has, File: p}).Found {
			return p
		}
		return ""
	}
	p, ok := strings.CutPrefix(name, findDir)
	if !ok {
		p, ok = strings.CutPrefix(path.Clean(name), "/find/")
		p = strings.TrimLeft(p, "0/")
	}
	if !ok {
		return ""
	}
	return u.tree.ask(question{Kind: find, File: u.unit, Name: p}).File
}

// memFile is a file in memory.
type memFile struct {
	name string
	*bytes.Reader
}

func (m *memFile) Stat() (fs.FileInfo, error) { return memInfo{m.name, m.Reader.Size()}, nil }
func (m *memFile) Close() error               { return nil }

type memInfo struct {
	name string
	size int64
}

func (m memInfo) Name() string       { return path.Base(m.name) }
func (m memInfo) Size() int64        { return m.size }
func (m memInfo) Mode() fs.FileMode  { return 0o444 }
func (m memInfo) ModTime() time.Time { return time.Time{} }
func (m memInfo) IsDir() bool        { return false }
func (m memInfo) Sys() any           { return nil }
