package scan

import (
	"path"
	"strings"
)

// parserTree is the scanned tree as the parser includes from it.
type parserTree struct {
	*tree
	src source
}

func (t parserTree) text(file string) ([]byte, error) { return t.src.read(file) }

func (t parserTree) has(file string) bool {
	for _, i := range t.bySuffix[path.Base(file)] {
		if t.files[i].path == file {
			return true
		}
	}
	return false
}

func (t parserTree) find(from, name string) (string, bool) {
	i, found := t.resolve(t.files[t.at(from)], include{name: name})
	if !found || strings.HasSuffix(t.files[i].path, ".in") || strings.HasSuffix(t.files[i].path, ".in.h") {
		return "", false // a template is no C
	}
	return t.files[i].path, true
}
