package main

// columns is the width of the name in the output of -a, in bytes.
const columns = 35

// output is the text that answers r, or a *failure.
func (r *request) output() ([]byte, error) {
	if r.help != "" {
		return []byte(r.help), nil
	}
	asked := query{path: r.path}
	if r.all {
		return r.table(&asked), nil
	}
	text, err := r.libc.answer(r.name.constant, &asked)
	switch {
	case err == errUndefined:
		text = "undefined"
	case err == errUnrecognized:
		return nil, unrecognized(r.name.spelling)
	case err != nil:
		return nil, &failure{exitPathFailed, "pathconf: " + r.path + ": " + message(err)}
	}
	return append([]byte(text), '\n'), nil
}

// table is the output of -a: a value that is undefined or fails stays empty.
func (r *request) table(asked *query) []byte {
	out := make([]byte, 0, 64*len(names))
	for i := range names {
		n := &names[i]
		if !r.libc.lists(n) {
			continue
		}
		line := len(out)
		out = append(out, n.spelling...)
		for len(out) < line+columns {
			out = append(out, ' ')
		}
		if text, err := r.libc.answer(n.constant, asked); err == nil {
			out = append(out, text...)
		}
		out = append(out, '\n')
	}
	return out
}
