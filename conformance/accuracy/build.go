package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// command is one call of the compiler, as the build made it.
type command struct {
	dir  string
	args []string
	file string // the source, absolute
}

// wrapper is the compiler that a build is given: it notes its arguments.
const wrapper = `#!/bin/sh
note=$(mktemp "$ACCURACY_LOG/XXXXXXXX")
printf '%s\0' "$PWD" "$@" >"$note"
exec clang -w "$@"
`

// build configures and builds a package once and returns the compiler's calls
// for C files. A build that fails late still has calls to judge.
func (w *workspace) build(ctx context.Context, p pkg, tree string) ([]command, error) {
	log := filepath.Join(w.state, "calls", p.name)
	if _, err := os.Stat(log + ".done"); err != nil {
		cc := filepath.Join(w.state, "cc")
		if err := os.WriteFile(cc, []byte(wrapper), 0o777); err != nil {
			return nil, err
		}
		if err := os.RemoveAll(log); err != nil {
			return nil, err
		}
		if err := os.MkdirAll(log, 0o777); err != nil {
			return nil, err
		}
		sh := exec.CommandContext(ctx, "sh", "-c", p.build)
		sh.Dir = tree
		sh.Env = append(os.Environ(), "CC="+cc, "ACCURACY_LOG="+log, "LC_ALL=C")
		out, err := sh.CombinedOutput()
		if werr := os.WriteFile(log+".log", out, 0o666); werr != nil {
			return nil, werr
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "accuracy: %s: the build ends with %v, see %s.log\n", p.name, err, log)
		}
		if err := os.WriteFile(log+".done", nil, 0o666); err != nil {
			return nil, err
		}
	}
	return readCalls(log, tree)
}

func readCalls(log, tree string) ([]command, error) {
	notes, err := filepath.Glob(filepath.Join(log, "*"))
	if err != nil {
		return nil, err
	}
	byFile := map[string]command{}
	for _, note := range notes {
		text, err := os.ReadFile(note)
		if err != nil {
			return nil, err
		}
		words := strings.Split(strings.TrimSuffix(string(text), "\x00"), "\x00")
		c := command{dir: words[0]}
		var files []string
		for i := 1; i < len(words); i++ {
			switch w := words[i]; {
			case w == "-o" || w == "-MF" || w == "-MT" || w == "-MQ":
				i++
			case w == "-c" || strings.HasPrefix(w, "-M") || strings.HasPrefix(w, "-W") || strings.HasPrefix(w, "-l") || strings.HasPrefix(w, "-o"):
			case strings.HasSuffix(w, ".c") && !strings.HasPrefix(w, "-"):
				if !filepath.IsAbs(w) {
					w = filepath.Join(c.dir, w)
				}
				files = append(files, w)
			default:
				c.args = append(c.args, w)
			}
		}
		for _, f := range files {
			rel, err := filepath.Rel(tree, f)
			if err != nil || strings.HasPrefix(rel, "..") || strings.Contains(filepath.Base(f), "conftest") {
				continue
			}
			if _, err := os.Stat(f); err != nil {
				continue
			}
			one := command{c.dir, c.args, f}
			if old, ok := byFile[f]; !ok || len(one.args) > len(old.args) {
				byFile[f] = one
			}
		}
	}
	var out []command
	for _, c := range byFile {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b command) int { return strings.Compare(a.file, b.file) })
	return out, nil
}
