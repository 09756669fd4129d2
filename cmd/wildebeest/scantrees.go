package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// tree is what is scanned by itself.
type tree struct {
	name     string
	settings string                                  // the directory whose .wildebeest.yaml speaks for it
	open     func(io.Reader) (srctree.Source, error) // nil: by its name; the reader is standard input
}

// trees are what the arguments name: files of C together, all else by itself.
func (o *scanOptions) trees(args []string) ([]tree, error) {
	names, err := expand(args)
	if err != nil {
		return nil, err
	}
	var out []tree
	var files []string
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case name == "-":
			out = append(out, tree{"standard input", ".", func(in io.Reader) (srctree.Source, error) { return srctree.ReadSource(in, "stdin.c") }})
		case err == nil && !info.IsDir() && len(names) > 1 && srctree.Wanted(name):
			files = append(files, name)
		case err == nil && info.IsDir():
			out = append(out, tree{name, name, nil})
		default:
			out = append(out, tree{name, ".", nil})
		}
	}
	if len(files) > 0 {
		out = append(out, tree{".", ".", func(io.Reader) (srctree.Source, error) { return srctree.OpenFiles(files) }})
	}
	if o.from != "" && (len(out) > 1 || out[0].open != nil) {
		return nil, frame.Usagef("--from: want one tree, have %d", len(names))
	}
	return out, nil
}

// expand replaces patterns by what they match: of a shell that does not.
func expand(args []string) ([]string, error) {
	var out []string
	for _, arg := range args {
		if _, err := os.Lstat(arg); err == nil || arg == "-" || !strings.ContainsAny(arg, "*?[") {
			out = append(out, arg)
			continue
		}
		found, err := filepath.Glob(arg)
		if err == nil && len(found) == 0 {
			err = fmt.Errorf("nothing matches; name a tree that is there")
		}
		if err != nil {
			return nil, fmt.Errorf("scan %s: %w", arg, err)
		}
		out = append(out, found...)
	}
	return out, nil
}

// within is the path in its repository of what the files of a report are named from: of
// one tree itself, of several the working directory; "" is the repository, or none.
func within(trees []tree) string {
	dir := "."
	if len(trees) == 1 && trees[0].open == nil {
		dir = trees[0].name
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			if dir = filepath.Dir(dir); err != nil || !srctree.Wanted(trees[0].name) {
				return "" // what is in an archive is in no repository
			}
		}
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for root := dir; ; root = filepath.Dir(root) {
		if _, err := os.Lstat(filepath.Join(root, ".git")); err == nil {
			rel, _ := filepath.Rel(root, dir)
			return filepath.ToSlash(rel)
		}
		if root == filepath.Dir(root) {
			return ""
		}
	}
}
