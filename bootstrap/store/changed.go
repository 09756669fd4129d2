package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/internal/tree"
	"github.com/serpent-os/wildebeest/internal/treehash"
)

// A ChangedError is a root in which something else than a run of this program
// changed files.
type ChangedError struct {
	Root  string
	Files []Difference
}

// maxChanged bounds how many files the message names.
const maxChanged = 20

func (e *ChangedError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "the root %s was changed by hand in %d places\n", e.Root, len(e.Files))
	for _, d := range e.Files[:min(len(e.Files), maxChanged)] {
		fmt.Fprintf(&text, "    %q: %s\n", tree.Short(d.File), d.How)
	}
	if more := len(e.Files) - maxChanged; more > 0 {
		fmt.Fprintf(&text, "    and %d more: `bootstrap verify --root` lists all\n", more)
	}
	text.WriteString("to do:  copy what you want to keep; `bootstrap stage3 --repair` makes the root anew, without these changes, and so does the next run once it is removed")
	return text.String()
}

// checkUnchanged makes sure that a root is as it was made: in a moment where
// nobody touched it, else by looking at everything. A root that was copied, or made
// by an earlier version, has its record renewed.
func (s *State) checkUnchanged(root string, record *rootRecord) error {
	if len(record.Packages) == 0 {
		return nil // it was being exchanged
	}
	now, err := treehash.Snapshot(root)
	if err != nil {
		return err
	}
	if now == record.Snapshot {
		return nil
	}
	found, err := s.examineRoot(root, record)
	if err != nil && record.Format < format {
		return nil // earlier versions kept nothing to compare it with
	}
	if err != nil {
		return err
	}
	if len(found) > 0 {
		return &ChangedError{root, found}
	}
	if s.lock == nil {
		return nil
	}
	return (&rootRecord{Format: format, Packages: record.Packages, Snapshot: now}).write(root)
}

// VerifyRoot names the files of a root that are not as its packages have them,
// contents and all.
func (s *State) VerifyRoot(root string) ([]Difference, error) {
	info, err := os.Lstat(root)
	if err != nil {
		return nil, fmt.Errorf("no root: %w; `bootstrap stage3` makes one", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is no directory; name the root's own", root)
	}
	record, err := readRecord(root)
	if err != nil {
		return nil, err
	}
	if record == nil || len(record.Packages) == 0 {
		return nil, fmt.Errorf("%s is no whole root of this program: %s does not say what it is made of; `bootstrap stage3` makes one", root, recordPath(root))
	}
	return s.examineRoot(root, record)
}

// examineRoot compares a root with the manifests of its packages.
func (s *State) examineRoot(root string, record *rootRecord) ([]Difference, error) {
	members, err := s.recorded(record)
	if err != nil {
		return nil, err
	}
	c, err := s.contentOf(members)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w; what the root %s should be can't be told without the packages that it is made of: `bootstrap stage3 --repair` makes it anew", err, root)
	}
	if err != nil {
		return nil, err
	}
	want := new(manifest.Manifest)
	for _, p := range c.files {
		f := *p.File
		f.Attributes, f.Same = f.Settable(), ""
		want.Files = append(want.Files, f)
	}
	have, skipped, err := manifest.Look(root, func(name string) string {
		if at, ok := c.at[name]; ok {
			return c.files[at].Sum
		}
		return ""
	})
	if err != nil {
		return nil, err
	}
	return inRoot(manifest.Compare(want, have), skipped), nil
}

// recorded are the packages that a record names.
func (s *State) recorded(record *rootRecord) ([]member, error) {
	var all []member
	for _, line := range record.Packages {
		id, key, ok := strings.Cut(line, " ")
		if !ok || len(key) < shortKey || strings.ContainsAny(id+key, "/\x00") {
			return nil, fmt.Errorf("%q is no package of a root's record", line)
		}
		all = append(all, member{id, s.path("store", id+"-"+key[:shortKey])})
	}
	return all, nil
}

// inRoot says of a root what Compare says of two packages.
func inRoot(found []Difference, skipped []string) []Difference {
	for i := range found {
		switch found[i].How {
		case manifest.OnlyFirst:
			found[i].How = "is missing"
		case manifest.OnlySecond:
			found[i].How = "is of no package"
		case "":
			found[i].How = "other contents"
		}
	}
	return slices.DeleteFunc(found, func(d Difference) bool {
		return slices.ContainsFunc(skipped, func(dir string) bool { return strings.HasPrefix(d.File, dir) })
	})
}
