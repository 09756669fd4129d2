package srctree

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/serpent-os/wildebeest/internal/regular"
)

// OpenFiles is a tree of single files, by the paths that they are given with.
func OpenFiles(names []string) (Source, error) {
	m := &Memory{Path: ".", Files: map[string][]byte{}}
	total := 0
	for _, name := range names {
		text, err := regular.Read(name, MaxFile)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		if total += len(text); total > maxKept {
			return nil, fmt.Errorf("read %s: the files have more than %d bytes together", name, maxKept)
		}
		m.Files[filepath.ToSlash(filepath.Clean(name))] = text
	}
	return m, nil
}

// ReadSource is a tree of one source that is read from a stream.
func ReadSource(in io.Reader, name string) (Source, error) {
	text, err := io.ReadAll(io.LimitReader(in, MaxFile+1))
	if err == nil && len(text) > MaxFile {
		err = errors.New("larger than a source is")
	}
	if err != nil {
		return nil, err
	}
	return &Memory{Path: name, Files: map[string][]byte{name: text}}, nil
}
