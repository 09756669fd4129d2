package remove

import (
	"fmt"

	"github.com/serpent-os/wildebeest/internal/tree"
)

// A LeftError is a tree that could not be removed entirely.
type LeftError struct {
	Path  string // of the tree
	Count int    // entries that could not be removed, without the directories that they are in
	First string // one of them, from Path on; "" is Path itself
	Err   error  // why
}

func (e *LeftError) Error() string {
	more := ""
	if e.Count > 1 {
		more = fmt.Sprintf(", and %d more", e.Count-1)
	}
	return fmt.Sprintf("remove %s: %v%s", tree.Short(e.Path+e.First), e.Err, more)
}

func (e *LeftError) Unwrap() error { return e.Err }

func (f *frame) keep(name string) {
	if f.kept == nil {
		f.kept = make(map[string]bool)
	}
	f.kept[name] = true
}

// keepHere notes what stays in the current directory.
func (r *remover) keepHere(here *frame, name string, err error) {
	here.keep(name)
	r.keep("/"+name, err)
}

// keep notes what stays, and why; name is from the current directory on.
func (r *remover) keep(name string, err error) {
	if r.left != nil {
		r.left.Count++
		return
	}
	way := ""
	for i, f := range r.frames {
		if i > 0 { // the first is the tree
			way += "/" + f.name
		}
		if len(way) > tree.MaxPath {
			way = tree.Short(way)
		}
	}
	r.left = &LeftError{Path: r.path, Count: 1, First: way + name, Err: err}
}
