// Package parse asks a C parser which declaration a name of one translation
// unit refers to: one of the scanned tree, or one of the machine's glibc headers.
package parse

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

// Verdict is what the parser says of a name at a line of a file.
type Verdict int8

const (
	Unseen   Verdict = iota // not among the words that the parser met
	OfSystem                // declared by a header of the system
	OfTree                  // declared by the tree
)

// Spot is a name at a line of a file; without file and line it is the name
// anywhere in the unit.
type Spot struct {
	Name, File string
	Line       int
}

// Tree is the scanned tree. Paths are relative to it.
type Tree interface {
	Text(file string) ([]byte, error)
	Has(file string) bool
	// Find returns the file that an include of a name in a file means.
	Find(from, name string) (string, bool)
}

// Unit parses a file of the tree with the glibc headers of dirs, within a
// time limit. whole says that no declaration was left out.
func Unit(ctx context.Context, tree Tree, unit string, dirs []string) (seen map[Spot]Verdict, whole bool, err error) {
	text, err := tree.Text(unit)
	if err != nil {
		return nil, false, err
	}
	ctx, cancel := context.WithTimeout(ctx, parseTime)
	defer cancel()
	fsys := &unitFS{ctx: ctx, tree: tree, unit: unit, once: map[string]int{}, leftOut: map[string][]int{}}
	type answer struct {
		seen  map[Spot]Verdict
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
		seen := map[Spot]Verdict{}
		for _, u := range cparse.Uses(ast, func(file string) bool { return strings.HasPrefix(file, treeDir) || strings.HasPrefix(file, findDir) }) {
			v := OfSystem
			if u.DeclaredIn == "" {
				continue
			} else if strings.HasPrefix(u.DeclaredIn, treeDir) || strings.HasPrefix(u.DeclaredIn, findDir) {
				v = OfTree
			}
			file := fsys.inTree(u.File)
			seen[Spot{u.Name, file, fsys.lineOf(file, u.Line)}] = v
			if v == OfSystem {
				seen[Spot{Name: u.Name}] = v
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
