package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/wildebeest/fix"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// mend mends the files of a report where that is mechanical, and takes the findings
// that are mended out of it.
func mend(trees []tree, r *report.Report) ([]fix.File, error) {
	dir, err := onDisk(trees)
	if err != nil {
		return nil, err
	}
	mended, left, err := fix.Tree(dir, r.Findings)
	if err != nil {
		return nil, err
	}
	r.Findings = left
	r.Finish()
	return mended, nil
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

// store puts mended files in the place of the old ones, each whole.
func store(files []fix.File) error {
	for _, p := range files {
		info, err := os.Lstat(p.Path)
		if err == nil && !info.Mode().IsRegular() {
			err = errors.New("no regular file")
		}
		if err == nil {
			err = durable.WriteFile(p.Path, p.New, info.Mode().Perm())
		}
		if err != nil {
			return fmt.Errorf("mend %s: %w", printable.Name(p.Path), err)
		}
	}
	return nil
}
