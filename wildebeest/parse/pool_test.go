package parse

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
)

// sources is a tree of files that include nothing of each other.
type sources map[string]string

func (s sources) Text(file string) ([]byte, error) {
	text, ok := s[file]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}
func (s sources) Has(file string) bool { return s[file] != "" }
func (s sources) Find(_, name string) (string, bool) {
	if !s.Has(name) {
		return "", false
	}
	return name, true
}

const plainUnit = "#include \"own.h\"\n#include <fts.h>\nint own(void);\nvoid *f(void) { own(); return fts_open; }\n"

// TestPool: what is too much for a process ends that process, with a reason, and
// the next unit is parsed all the same.
func TestPool(t *testing.T) {
	dirs, err := SystemDirs()
	if err != nil {
		t.Fatal(err)
	}
	tree := sources{"plain.c": plainUnit, "own.h": "int own(void);\n",
		"nested.c": "int x = " + strings.Repeat("(", 1_000_000) + "1;", "large.c": "int x[] = {" + strings.Repeat("1,", 5_000_000) + "};",
		"device.c": "#include <../../dev/zero>\n" + plainUnit}
	pool := NewPool(1, 1, dirs)
	defer pool.Close()
	for _, step := range []struct{ unit, want string }{
		{"plain.c", ""}, {"nested.c", "the parser"}, {"device.c", ""}, {"large.c", "the parser"}, {"plain.c", ""}, {"none.c", fs.ErrNotExist.Error()},
	} {
		seen, whole, err := pool.Unit(t.Context(), tree, step.unit, []string{"fts_open", "own"})
		if step.want != "" {
			if err == nil || !strings.Contains(err.Error(), step.want) {
				t.Errorf("%s: error %v, want %s", step.unit, err, step.want)
			}
			continue
		}
		if err != nil || !whole || seen[Spot{Name: "fts_open"}] != OfSystem || seen[Spot{Name: "own"}] != Unseen {
			t.Errorf("%s: %v, whole %v, error %v", step.unit, seen, whole, err)
		}
	}
}

// TestPoolEnds: a scan that has ended kills its parsers.
func TestPoolEnds(t *testing.T) {
	pool := NewPool(1, 1, nil)
	defer pool.Close()
	ctx, cancel := context.WithCancel(t.Context())
	tree := ending{sources{"a.c": "#include \"b.h\"\n", "b.h": "int b;\n"}, cancel}
	if _, _, err := pool.Unit(ctx, tree, "a.c", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// ending is a tree that ends the scan as soon as the parser asks for a file.
type ending struct {
	sources
	cancel func()
}

func (e ending) Find(from, name string) (string, bool) {
	e.cancel()
	return e.sources.Find(from, name)
}
func (e ending) Has(file string) bool {
	e.cancel()
	return e.sources.Has(file)
}
