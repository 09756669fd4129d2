// Package cparse runs modernc.org/cc/v4 with everything that must be known
// about it in one place: the order and the names of its sources, gcc's
// predefined macros, a limit on macro expansion, and panics turned to errors.
//
// Use it to read declarations. It is not a checker: a partial tree is an
// answer, and the file that gave it may still be in error.
package cparse

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"

	"modernc.org/cc/v4"
)

// predefined is what gcc 12 defines on x86_64 before the first line of a file
// (gcc -dM -E -std=gnu17). gcc's, because the library headers of glibc take
// paths for clang that cc does not follow.
//
//go:embed predefined.h
var predefined string

// expansionLimit bounds the tokens that macro expansion may process in one
// file. The largest file of systemd 252 needs under two million.
const expansionLimit = 8_000_000

// ErrPanic marks a file on which the parser itself failed.
var ErrPanic = errors.New("the parser gave up")

// Unit is one file to parse.
type Unit struct {
	Name    string   // path of the file, for messages and "../" includes
	Text    []byte   // contents
	Defines string   // lines of C put before the file, such as "#define _GNU_SOURCE 1\n"
	Quote   []string // directories of #include "…", after the file's own
	System  []string // directories of #include <…>
	FS      fs.FS    // where all these paths are; nil is the machine's own
	Header  bool     // declarations only: bodies are parsed, not checked
}

// Parse parses u. A tree may come together with an error: it then ends, or has
// holes, where the error is. Not safe for untrusted input without a time limit
// around it: a header that includes itself without end never returns.
func Parse(u Unit) (ast *cc.AST, err error) {
	defer func() {
		if r := recover(); r != nil {
			ast, err = nil, fmt.Errorf("parse %s: %w: %v", u.Name, ErrPanic, r)
		}
	}()
	abi, err := cc.NewABI("linux", "amd64")
	if err != nil {
		return nil, err
	}
	cfg := &cc.Config{
		ABI:                abi,
		FS:                 u.FS,
		FSOnly:             u.FS != nil,
		IncludePaths:       append([]string{""}, u.Quote...),
		SysIncludePaths:    u.System,
		Header:             u.Header,
		IgnoreStaticAssert: true,
		ExpansionLimit:     expansionLimit,
		PragmaHandler:      func([]cc.Token) error { return nil },
	}
	return cc.Parse(cfg, []cc.Source{
		{Name: "<predefined>", Value: predefined},
		{Name: "<builtin>", Value: cc.Builtin},
		{Name: "<command-line>", Value: u.Defines},
		{Name: u.Name, Value: u.Text},
	})
}

// CompilerHeaders returns the directory of the installed C compiler's own
// headers (stddef.h, stdarg.h, …).
func CompilerHeaders() (string, error) {
	out, err := exec.Command("gcc", "-print-file-name=include").Output()
	dir := strings.TrimSpace(string(out))
	if err != nil || !filepath.IsAbs(dir) {
		return "", fmt.Errorf("ask gcc for its header directory: %w (install gcc)", err)
	}
	return dir, nil
}
