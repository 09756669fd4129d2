package fix

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// A File is a file of a tree that has been mended.
type File struct {
	Name     string // in the report
	Path     string // on the disk
	Old, New []byte
}

// Tree mends the files below dir that findings are in, and returns what it mended and
// the findings that are left. Nothing is written. The findings of a file stand together.
func Tree(dir string, findings []report.Finding) (mended []File, left []report.Finding, err error) {
	for begin := 0; begin < len(findings); {
		file := findings[begin].File
		end := begin
		for end < len(findings) && findings[end].File == file {
			end++
		}
		of := findings[begin:end]
		begin = end
		path := filepath.Join(dir, filepath.FromSlash(file))
		old, err := regular.Read(path, srctree.MaxFile)
		if err != nil {
			return nil, nil, fmt.Errorf("mend %s: %w", printable.Name(path), err)
		}
		text, places := Text(old, of)
		for i, f := range of {
			if !slices.Contains(places, i) {
				left = append(left, f)
			}
		}
		if len(places) > 0 {
			mended = append(mended, File{file, path, old, text})
		}
	}
	return mended, left, nil
}

// WritePatch writes what is mended as a patch for patch -p1 in the tree.
func WritePatch(w io.Writer, files []File) error {
	for _, f := range files {
		name := printable.Name(f.Name)
		if _, err := w.Write(diff.Diff("a/"+name, f.Old, "b/"+name, f.New)); err != nil {
			return err
		}
	}
	return nil
}
