package store

import (
	"fmt"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/tree"
)

// A conflict is a name that two packages install, where not both have a
// directory.
type conflict struct{ file, first, second string }

func (c *conflict) Error() string {
	return fmt.Sprintf("%s is installed by both %s and %s; change one of the recipes (libraries go to /usr/lib, programs to /usr/bin)", c.file, c.first, c.second)
}

// A content is what a root gets of packages: each name once, of the package that
// it is from.
type content struct {
	files []placed // each directory before what is in it
	at    map[string]int
}

// placed is a file of a package in a root.
type placed struct {
	*manifest.File
	of member
}

// A member is a package that a root is made of.
type member struct {
	name string // for messages
	dir  string // in the store
}

// members are those that the steps of a plan stand for.
func (s *State) members(steps []*plan.Step) []member {
	var all []member
	for _, step := range steps {
		all = append(all, member{step.Recipe.Name, s.dirOf(step)})
	}
	return all
}

// contentOf puts packages together. Directories may be shared, and are then as the
// last package has them; other files may not, and no package may install through
// another's symbolic link.
func (s *State) contentOf(members []member) (*content, error) {
	c := &content{at: make(map[string]int)}
	for _, one := range members {
		m, err := s.manifestOf(one.dir)
		if err != nil {
			return nil, err
		}
		for i := range m.Files {
			if err := c.add(placed{&m.Files[i], one}); err != nil {
				return nil, err
			}
		}
	}
	return c, nil
}

func (c *content) add(p placed) error {
	at, ok := c.at[p.Name]
	if !ok {
		c.at[p.Name] = len(c.files)
		c.files = append(c.files, p)
		return nil
	}
	have := c.files[at]
	if have.Kind != manifest.Directory || p.Kind != manifest.Directory {
		return &conflict{p.Name, have.of.name, p.of.name}
	}
	c.files[at] = p
	return nil
}

// Link puts the packages' trees into root, which is empty. The files are those of
// the store, so the root must only ever be mounted read-only; like them, it has no
// set-ID bits.
func (s *State) Link(root string, steps []*plan.Step) error {
	return s.assemble(root, steps, func(w *writer, p placed) error {
		return w.to.Link(w.from, p.Name, p.Name)
	}, func(w *writer, p placed) error {
		if err := w.own(p); err != nil {
			return err
		}
		if err := w.to.Chmod(p.Name, p.Stored()); err != nil {
			return err
		}
		return w.to.SetTime(p.Name, p.Modified())
	})
}

// copyInto puts the packages' files into root, which is empty, with all that their
// manifests say.
func (s *State) copyInto(root string, steps []*plan.Step) error {
	return s.assemble(root, steps, copyFile, (*writer).finish)
}

// A writer puts files of one package at a time into a root.
type writer struct {
	to, from *tree.Dir
}

// assemble makes directories and links, lets put make each regular file, and
// finish each directory, when all is in them: adding a file changes its time.
func (s *State) assemble(root string, steps []*plan.Step, put, finish func(*writer, placed) error) error {
	c, err := s.contentOf(s.members(steps))
	if err != nil {
		return err
	}
	w := new(writer)
	if w.to, err = tree.OpenDir(root); err != nil {
		return err
	}
	defer w.to.Close()
	defer func() { w.leave() }()
	var last member
	for _, p := range c.files {
		if p.Kind == manifest.Regular && p.of != last {
			w.leave()
			if w.from, err = tree.OpenDir(treeOf(p.of.dir)); err != nil {
				return err
			}
			last = p.of
		}
		if err := w.make(p, put); err != nil {
			return fmt.Errorf("%s: %w", p.of.name, err)
		}
	}
	for _, p := range slices.Backward(c.files) {
		if p.Kind != manifest.Directory {
			continue
		}
		if err := finish(w, p); err != nil {
			return fmt.Errorf("%s: %w", p.of.name, err)
		}
	}
	return nil
}

func (w *writer) leave() {
	if w.from != nil {
		w.from.Close()
		w.from = nil
	}
}

func (w *writer) make(p placed, put func(*writer, placed) error) error {
	switch {
	case p.Name == "/":
		return nil // the root itself
	case p.Kind == manifest.Directory:
		return w.to.Mkdir(p.Name)
	case p.Kind == manifest.Link:
		if err := w.to.Symlink(p.Target, p.Name); err != nil {
			return err
		}
		if err := w.own(p); err != nil {
			return err
		}
		return w.to.SetTime(p.Name, p.Modified())
	}
	return put(w, p)
}
