package main

import (
	"github.com/serpent-os/wildebeest/cmd/getconf/internal/libc"
	"github.com/serpent-os/wildebeest/cmd/getconf/internal/system"
	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

// columns is the width of the name in the output of -a, in bytes.
const columns = 35

// output is the text that answers r, or a *failure.
func (r *request) output() ([]byte, error) {
	if r.help != "" {
		return []byte(r.help), nil
	}
	asked := system.Query{Path: r.path}
	if r.all {
		return r.table(&asked), nil
	}
	text, err := r.libc.Answer(r.name.Constant, &asked)
	switch {
	case err == value.Undefined:
		text = "undefined"
	case err == value.Unrecognized:
		return nil, unrecognized(r.name.Spelling)
	case err != nil:
		return nil, &failure{exitPathFailed, "pathconf: " + r.path + ": " + message(err)}
	}
	return append([]byte(text), '\n'), nil
}

// table is the output of -a: a value that is undefined or fails stays empty.
func (r *request) table(asked *system.Query) []byte {
	out := make([]byte, 0, 64*len(libc.Names))
	for i := range libc.Names {
		n := &libc.Names[i]
		if !r.libc.Lists(n) {
			continue
		}
		line := len(out)
		out = append(out, n.Spelling...)
		for len(out) < line+columns {
			out = append(out, ' ')
		}
		if text, err := r.libc.Answer(n.Constant, asked); err == nil {
			out = append(out, text...)
		}
		out = append(out, '\n')
	}
	return out
}
