package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// record is what the compilers said of a package, kept so that a changed
// scanner can be measured without compiling all again.
type record struct {
	Faults []fault
	Live   []spot
}

// remember returns the record of a package, made once.
func (w *workspace) remember(name string, compile func() ([]fault, map[spot]bool, error)) ([]fault, map[spot]bool, error) {
	file := filepath.Join(w.state, "truth", name+".json")
	var r record
	if text, err := os.ReadFile(file); err == nil && json.Unmarshal(text, &r) == nil {
		live := map[spot]bool{}
		for _, s := range r.Live {
			live[s] = true
		}
		return r.Faults, live, nil
	}
	faults, live, err := compile()
	if err != nil {
		return nil, nil, err
	}
	r.Faults = faults
	for s := range live {
		r.Live = append(r.Live, s)
	}
	text, err := json.Marshal(r)
	if err != nil {
		return nil, nil, err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return nil, nil, err
	}
	return faults, live, os.WriteFile(file, text, 0o666)
}

// fault is a place in the tree that the compiler complains about.
type fault struct {
	File string // relative to the tree
	Line int
	Name string // the identifier or header it is about; "" where it says none
	Text string
	Also []spot // where the macros stand that it came from
}

type spot struct {
	File string
	Line int
}

// says are the forms of clang's messages that name what is missing.
var says = []*regexp.Regexp{
	regexp.MustCompile(`use of undeclared identifier '(\w+)'`),
	regexp.MustCompile(`unknown type name '(\w+)'`),
	regexp.MustCompile(`implicit(?:ly)? declar\w+ (?:of |library )?function '(\w+)'`),
	regexp.MustCompile(`call to undeclared (?:library )?function '(\w+)'`),
	regexp.MustCompile(`'([^']+)' file not found`),
	regexp.MustCompile(`no member named '(\w+)'`),
	regexp.MustCompile(`incomplete (?:\w+ )?type '(?:const |volatile )*((?:struct |union |enum )?\w+)`),
	regexp.MustCompile(`incomplete definition of type '(?:const )*((?:struct |union )?\w+)'`),
	regexp.MustCompile(`function-like macro '(\w+)' is not defined`),
	regexp.MustCompile(`field designator '(\w+)' does not refer`),
	regexp.MustCompile(`redefinition of '(\w+)'`),
	regexp.MustCompile(`redefinition with different types \('[^']*' vs '[^']*'\)|conflicting types for '(\w+)'`),
}

var diagnostic = regexp.MustCompile(`^(.+?):(\d+):(\d+): (fatal error|error|note): (.*)$`)
var includedFrom = regexp.MustCompile(`^(?:In file included| +)from (.+?):(\d+)[:,]`)

// compile checks one file's syntax. A missing header is fatal to the compiler,
// so each is put in as an empty file below stubs, and the file tried again.
func (w *workspace) compile(ctx context.Context, c command, tree, stubs string, libc []string) ([]fault, error) {
	var faults []fault
	for range 20 {
		args := append([]string{"-fsyntax-only", "-ferror-limit=0", "-Wno-everything", "-fno-caret-diagnostics", "-fno-color-diagnostics",
			"-fmacro-backtrace-limit=0", "-Werror=implicit-function-declaration", "-Qunused-arguments"}, c.args...)
		args = append(append(args, libc...), "-idirafter", stubs, c.file)
		cmd := exec.CommandContext(ctx, "clang", args...)
		cmd.Dir = c.dir
		cmd.Env = append(os.Environ(), "LC_ALL=C")
		var out bytes.Buffer
		cmd.Stderr = &out
		err := cmd.Run()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		found, missing := parseFaults(out.Bytes(), c.dir, tree)
		if missing == "" || err == nil {
			return append(faults, found...), nil
		}
		for _, f := range found {
			if f.Name == missing {
				faults = append(faults, f)
			}
		}
		stub := filepath.Join(stubs, filepath.Clean("/"+missing))
		if err := os.MkdirAll(filepath.Dir(stub), 0o777); err != nil {
			return nil, err
		}
		if err := os.WriteFile(stub, nil, 0o666); err != nil {
			return nil, err
		}
	}
	return faults, nil
}

// parseFaults reads clang's messages. A complaint within a system header
// counts for the tree's line that included it.
func parseFaults(out []byte, dir, tree string) (faults []fault, missing string) {
	var from *spot
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if m := includedFrom.FindStringSubmatch(line); m != nil {
			if s, ok := inTree(m[1], m[2], dir, tree); ok {
				from = &s // the innermost of the tree is last
			}
			continue
		}
		m := diagnostic.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		at, ok := inTree(m[1], m[2], dir, tree)
		if m[4] == "note" {
			if n := len(faults); ok && n > 0 && strings.Contains(m[5], "expanded from") {
				faults[n-1].Also = append(faults[n-1].Also, at)
			}
			continue
		}
		f := fault{File: at.File, Line: at.Line, Text: m[5], Name: subject(m[5])}
		if !ok {
			if from == nil {
				continue
			}
			f.File, f.Line = from.File, from.Line
		}
		if m[4] == "fatal error" && strings.HasSuffix(m[5], "file not found") {
			missing = f.Name
		}
		faults = append(faults, f)
		from = nil
	}
	return faults, missing
}

func subject(message string) string {
	for _, re := range says {
		if m := re.FindStringSubmatch(message); m != nil {
			return m[1]
		}
	}
	return ""
}

func inTree(file, line, dir, tree string) (spot, bool) {
	if !filepath.IsAbs(file) {
		file = filepath.Join(dir, file)
	}
	rel, err := filepath.Rel(tree, file)
	if err != nil || strings.HasPrefix(rel, "..") {
		return spot{}, false
	}
	n, err := strconv.Atoi(line)
	return spot{filepath.ToSlash(rel), n}, err == nil
}

// liveLines preprocesses a file and returns the lines of the tree that leave
// anything: what stands elsewhere the compiler never saw.
func (w *workspace) liveLines(ctx context.Context, c command, tree string, live map[spot]bool) error {
	args := append([]string{"-E", "-w", "-Qunused-arguments"}, c.args...)
	cmd := exec.CommandContext(ctx, "clang", append(args, c.file)...)
	cmd.Dir = c.dir
	out, err := cmd.Output()
	if err != nil && len(out) == 0 {
		return nil // it does not compile with glibc either
	}
	marker := regexp.MustCompile(`^# (\d+) "([^"]*)"`)
	at, inside := spot{}, false
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		if m := marker.FindSubmatch(lines.Bytes()); m != nil {
			at, inside = inTree(string(m[2]), string(m[1]), c.dir, tree)
			continue
		}
		if inside && len(bytes.TrimSpace(lines.Bytes())) > 0 {
			live[at] = true
		}
		at.Line++
	}
	return lines.Err()
}
