package manifest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/tree"
)

// A Difference is a file that is otherwise in one place than in another.
type Difference struct {
	File string `json:"file"`
	How  string `json:"how"`
}

func (d Difference) String() string { return printable.Name(d.File) + ": " + printable.Name(d.How) }

type plainDifference Difference

// MarshalJSON writes the file as printable.Percent has it.
func (d Difference) MarshalJSON() ([]byte, error) {
	d.File = printable.Percent(d.File)
	return json.Marshal(plainDifference(d))
}

// What Compare says of files that one of the manifests lacks.
const (
	OnlyFirst  = "only in the store"
	OnlySecond = "not in the store"
)

// Compare names the files that the second manifest has otherwise than the first,
// which is the store's, in the order of their names. Contents are told by their
// sums alone: how is then "".
func Compare(first, second *Manifest) []Difference {
	found := []Difference{}
	byName := make(map[string]*File)
	for i := range second.Files {
		byName[second.Files[i].Name] = &second.Files[i]
	}
	for i := range first.Files {
		a := &first.Files[i]
		b, ok := byName[a.Name]
		delete(byName, a.Name)
		if !ok {
			found = append(found, Difference{a.Name, OnlyFirst})
		} else if how, same := difference(a, b); !same {
			found = append(found, Difference{a.Name, how})
		}
	}
	for name := range byName {
		found = append(found, Difference{name, OnlySecond})
	}
	slices.SortFunc(found, func(a, b Difference) int { return strings.Compare(a.File, b.File) })
	return found
}

func difference(a, b *File) (how string, same bool) {
	switch {
	case a.Kind != b.Kind:
		return fmt.Sprintf("a %s, then a %s", a.Kind, b.Kind), false
	case a.Mode != b.Mode:
		return fmt.Sprintf("mode %v, then %v", a.Mode.FileMode(), b.Mode.FileMode()), false
	case a.UID != b.UID || a.GID != b.GID:
		return fmt.Sprintf("owner %d:%d, then %d:%d", a.UID, a.GID, b.UID, b.GID), false
	case a.Target != b.Target:
		return fmt.Sprintf("link to %s, then to %s", tree.Short(a.Target), tree.Short(b.Target)), false
	case a.Size != b.Size:
		return fmt.Sprintf("%d bytes, then %d", a.Size, b.Size), false
	case a.Time != b.Time:
		return "another modification time", false
	case !maps.EqualFunc(a.Attributes, b.Attributes, bytes.Equal):
		return "other extended attributes", false
	case a.Same != b.Same:
		return fmt.Sprintf("a hard link to %s, then to %s", cmp.Or(a.Same, "none"), cmp.Or(b.Same, "none")), false
	}
	return "", a.Sum == b.Sum
}
