package store

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// A conflict is a name that two packages install, where not both have a
// directory.
type conflict struct{ file, first, second string }

func (c *conflict) Error() string {
	return fmt.Sprintf("%s is installed by both %s and %s; change one of the recipes (libraries go to /usr/lib, programs to /usr/bin)", c.file, c.first, c.second)
}

// Link puts the packages' trees into root, which is empty. The files are those of
// the store, so the root must only ever be mounted read-only.
func (s *State) Link(root string, steps []*plan.Step) error { return s.assemble(root, steps, linkFile) }

// assemble puts the packages' trees into root, which is empty. Directories may
// be shared; other files may not, and no package may install through another's
// symbolic link: trees come out of builds, and a link could lead out of root.
func (s *State) assemble(root string, steps []*plan.Step, put putter) error {
	owner := make(map[string]string)
	for _, step := range steps {
		if err := merge(root, s.Tree(step), step.Recipe.Name, owner, put); err != nil {
			return fmt.Errorf("assemble %s: %w", root, err)
		}
	}
	return nil
}

// A merger puts one package's tree into a root.
type merger struct {
	root, tree, name string
	owner            map[string]string // of each file in the root: the package's name
	put              putter
	dirs             []directory // in the order of the walk: each before what is in it
}

type directory struct {
	path string
	info fs.FileInfo
}

func merge(root, tree, name string, owner map[string]string, put putter) error {
	m := &merger{root: root, tree: tree, name: name, owner: owner, put: put}
	if err := filepath.WalkDir(tree, m.add); err != nil {
		return err
	}
	// When all is in them, as adding a file changes a directory's time.
	for _, dir := range slices.Backward(m.dirs) {
		if err := copyMeta(dir.path, dir.info); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) add(from string, entry fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	file := from[len(m.tree):]
	to := filepath.Join(m.root, file)
	info, err := entry.Info()
	if err != nil {
		return err
	}
	if first, ok := m.owner[file]; ok {
		return &conflict{file, first, m.name}
	}
	if entry.IsDir() {
		m.dirs = append(m.dirs, directory{to, info})
		return os.MkdirAll(to, 0o755)
	}
	m.owner[file] = m.name
	switch {
	case info.Mode().IsRegular():
		return m.put(from, to, info)
	case info.Mode()&fs.ModeSymlink != 0:
		return copyLink(from, to, info)
	}
	return fmt.Errorf("%s of %s is neither a file, a directory nor a link", file, m.name)
}
