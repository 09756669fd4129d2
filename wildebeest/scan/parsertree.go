package scan

import (
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// parserTree is the scanned tree as the parser includes from it.
type parserTree struct {
	*tree
	src srctree.Source
}

func (t parserTree) Text(file string) ([]byte, error) { return t.src.Read(file) }

func (t parserTree) Has(file string) bool {
	_, ok := t.byPath[file]
	return ok
}

func (t parserTree) Find(from, name string) (string, bool) {
	i, found := t.resolve(t.byPath[from], name)
	if !found || strings.HasSuffix(t.files[i].Path, ".in") || strings.HasSuffix(t.files[i].Path, ".in.h") {
		return "", false // a template is no C
	}
	return t.files[i].Path, true
}
