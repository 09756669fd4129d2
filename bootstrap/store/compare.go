package store

import (
	"fmt"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/sparse"
	"github.com/serpent-os/wildebeest/internal/tree"
)

// A Difference is a file that a package has otherwise in the store than elsewhere.
type Difference = manifest.Difference

// Compare names what a directory has otherwise than the step's package. other is
// the directory's manifest.
func (s *State) Compare(step *plan.Step, dir string, other *manifest.Manifest) ([]Difference, error) {
	own, err := s.manifestOf(s.dirOf(step))
	if err != nil {
		return nil, err
	}
	return compareContents(manifest.Compare(own, other), s.Tree(step), dir)
}

// compareContents says where contents differ whose sums do. A sum is another one
// also where a file has a hole in the place of zeros: that is no difference.
func compareContents(found []Difference, first, second string) ([]Difference, error) {
	one, err := tree.OpenDir(first)
	if err != nil {
		return nil, err
	}
	defer one.Close()
	other, err := tree.OpenDir(second)
	if err != nil {
		return nil, err
	}
	defer other.Close()
	for i := range found {
		if found[i].How != "" {
			continue
		}
		at, err := firstDifference(one, other, found[i].File)
		if err != nil {
			return nil, err
		}
		if at >= 0 {
			found[i].How = fmt.Sprintf("contents differ from byte %d on", at)
		}
	}
	return slices.DeleteFunc(found, func(d Difference) bool { return d.How == "" }), nil
}

func firstDifference(one, other *tree.Dir, name string) (int64, error) {
	a, err := one.Open(name)
	if err != nil {
		return 0, err
	}
	defer a.Close()
	b, err := other.Open(name)
	if err != nil {
		return 0, err
	}
	defer b.Close()
	return sparse.FirstDifference(a, b)
}
