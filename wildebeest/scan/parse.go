// Package parse asks a C parser which declaration a name of one translation
// unit refers to: one of the scanned tree, or one of the machine's glibc headers.
package scan

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/wildebeest/cparse"
)

// parseTime bounds the parsing of one file.
const parseTime = 8 * time.Second

// verdict is what the parser says of a name at a line of a file.
type verdict int8

const (
	unseen   verdict = iota // not among the words that the parser met
	ofSystem                // declared by a header of the system
	ofTree                  // declared by the tree
)

// spotted is a name at a line of a file; without file and line it is the name
// anywhere in the unit.
type spotted struct {
	name, file string
	line       int
}

// files is the scanned tree. Paths are relative to it.
type files interface {
	text(file string) ([]byte, error)
	has(file string) bool
	// find returns the file that an include of a name in a file means.
	find(from, name string) (string, bool)
}

// parseUnit parses a file of the tree with the glibc headers of dirs, within a
// time limit. whole says that no declaration was left out.
func parseUnit(ctx context.Context, tree files, unit string, dirs []string) (seen map[spotted]verdict, whole bool, err error) {
	text, err := tree.text(unit)
	if err != nil {
		return nil, false, err
	}
	ctx, cancel := context.WithTimeout(ctx, parseTime)
	defer cancel()
	fsys := &unitFS{ctx: ctx, tree: tree, unit: unit, once: map[string]int{}, leftOut: map[string][]int{}}
	type answer struct {
		seen  map[spotted]verdict
		whole bool
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		ast, err := fsys.parse(text, dirs)
		if ast == nil {
			done <- answer{err: cause(err)}
			return
		}
		seen := map[spotted]verdict{}
		for _, u := range cparse.Uses(ast, func(file string) bool { return strings.HasPrefix(file, treeDir) || strings.HasPrefix(file, findDir) }) {
			v := ofSystem
			if u.DeclaredIn == "" {
				continue
			} else if strings.HasPrefix(u.DeclaredIn, treeDir) || strings.HasPrefix(u.DeclaredIn, findDir) {
				v = ofTree
			}
			file := fsys.inTree(u.File)
			seen[spotted{u.Name, file, fsys.lineOf(file, u.Line)}] = v
			if v == ofSystem {
				seen[spotted{name: u.Name}] = v
			}
		}
		done <- answer{seen, err == nil && len(fsys.leftOut) == 0, nil}
	}()
	select {
	case a := <-done:
		return a.seen, a.whole, a.err
	case <-ctx.Done():
		// The parser can't be stopped; it ends at the next file it opens.
		return nil, false, fmt.Errorf("%w after %v", ctx.Err(), parseTime)
	}
}

// cause shortens a parser's error to its first line.
func cause(err error) error {
	if err == nil {
		return errors.New("the parser gave no tree")
	}
	line, _, _ := strings.Cut(err.Error(), "\n")
	line = strings.ReplaceAll(strings.ReplaceAll(line, treeDir, ""), findDir, "")
	return errors.New(line)
}
