package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/treehash"
)

// A Difference is a file that a package has otherwise in the store than elsewhere.
type Difference struct {
	File string `json:"file"`
	How  string `json:"how"`
}

func (d Difference) String() string { return printable.Name(d.File) + ": " + d.How }

type plainDifference Difference

// MarshalJSON writes the file as printable.Percent has it.
func (d Difference) MarshalJSON() ([]byte, error) {
	d.File = printable.Percent(d.File)
	return json.Marshal(plainDifference(d))
}

// Compare names what a directory has otherwise than the step's package.
func (s *State) Compare(step *plan.Step, dir string) ([]Difference, error) {
	return compareTrees(s.Tree(step), dir)
}

// compareTrees names what the second tree has otherwise than the first, which is
// the store's.
func compareTrees(first, second string) ([]Difference, error) {
	before, err := treehash.List(first)
	if err != nil {
		return nil, err
	}
	after, err := treehash.List(second)
	if err != nil {
		return nil, err
	}
	found := []Difference{}
	byName := make(map[string]treehash.Entry)
	for _, e := range after {
		byName[e.Name] = e
	}
	for _, a := range before {
		b, ok := byName[a.Name]
		delete(byName, a.Name)
		how := "only in the store"
		if ok {
			if how, err = compareFiles(first, second, a, b); err != nil {
				return nil, err
			}
		}
		if how != "" {
			found = append(found, Difference{a.Name, how})
		}
	}
	for name := range byName {
		found = append(found, Difference{name, "not in the store"})
	}
	slices.SortFunc(found, func(a, b Difference) int { return strings.Compare(a.File, b.File) })
	return found, nil
}

func compareFiles(first, second string, a, b treehash.Entry) (string, error) {
	switch {
	case a.Mode != b.Mode:
		return fmt.Sprintf("mode %v, then %v", a.Mode, b.Mode), nil
	case a.Target != b.Target:
		return fmt.Sprintf("link to %s, then to %s", printable.Name(a.Target), printable.Name(b.Target)), nil
	case a.Size != b.Size:
		return fmt.Sprintf("%d bytes, then %d", a.Size, b.Size), nil
	case a.Time != b.Time:
		return "another modification time", nil
	case !a.Mode.IsRegular():
		return "", nil
	}
	return compareContents(filepath.Join(first, a.Name), filepath.Join(second, a.Name))
}

func compareContents(first, second string) (string, error) {
	one, err := os.ReadFile(first)
	if err != nil {
		return "", err
	}
	other, err := os.ReadFile(second)
	if err != nil {
		return "", err
	}
	for i := range min(len(one), len(other)) {
		if one[i] != other[i] {
			return fmt.Sprintf("contents differ from byte %d on", i), nil
		}
	}
	return "", nil
}
