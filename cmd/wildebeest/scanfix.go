package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/fix"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// patched is a file that has been mended.
type patched struct {
	name     string // in the report
	path     string // on the disk
	old, new []byte
}

// mend mends the files of a report where that is mechanical, and takes the findings
// that are mended out of it.
func mend(trees []tree, r *report.Report) ([]patched, error) {
	dir, err := onDisk(trees)
	if err != nil {
		return nil, err
	}
	var out []patched
	var left []report.Finding
	for begin := 0; begin < len(r.Findings); {
		file := r.Findings[begin].File
		end := begin
		for end < len(r.Findings) && r.Findings[end].File == file {
			end++
		}
		of := r.Findings[begin:end]
		begin = end
		path := filepath.Join(dir, filepath.FromSlash(file))
		old, err := regular.Read(path, srctree.MaxFile)
		if err != nil {
			return nil, fmt.Errorf("mend %s: %w", printable.Name(path), err)
		}
		text, mended := fix.Text(old, of)
		for i, f := range of {
			if !slices.Contains(mended, i) {
				left = append(left, f)
			}
		}
		if len(mended) > 0 {
			out = append(out, patched{file, path, old, text})
		}
	}
	r.Findings = left
	r.Finish()
	return out, nil
}

// onDisk is the directory that the files of a report are named from.
func onDisk(trees []tree) (string, error) {
	for _, t := range trees {
		info, err := os.Stat(t.name)
		if err != nil || !info.IsDir() && !srctree.Wanted(t.name) {
			return "", fmt.Errorf("mend %s: neither a directory nor a source file: unpack it first", printable.Name(t.name))
		}
		if len(trees) == 1 && !info.IsDir() {
			return filepath.Dir(t.name), nil
		}
	}
	if len(trees) == 1 {
		return trees[0].name, nil
	}
	return ".", nil
}

// writePatch writes what is mended as a patch for patch -p1 in the tree.
func writePatch(w io.Writer, files []patched) error {
	for _, p := range files {
		name := printable.Name(p.name)
		if _, err := w.Write(diff.Diff("a/"+name, p.old, "b/"+name, p.new)); err != nil {
			return err
		}
	}
	return nil
}

// store puts mended files in the place of the old ones, each whole.
func store(files []patched) error {
	for _, p := range files {
		info, err := os.Lstat(p.path)
		if err == nil && !info.Mode().IsRegular() {
			err = errors.New("no regular file")
		}
		if err == nil {
			err = durable.WriteFile(p.path, p.new, info.Mode().Perm())
		}
		if err != nil {
			return fmt.Errorf("mend %s: %w", printable.Name(p.path), err)
		}
	}
	return nil
}
