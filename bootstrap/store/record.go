package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/durable"
	"golang.org/x/sys/unix"
)

// A rootRecord says what a root was made of. It lies beside the root as ROOT.json
// and is written after it, so that a root without it is made anew.
type rootRecord struct {
	Format   int      `json:"format"`
	Packages []string `json:"packages"` // NAME-VERSION-RELEASE KEY; none while the root is exchanged
	// Snapshot is the root's treehash.Snapshot; roots of earlier versions have none.
	Snapshot string `json:"snapshot,omitempty"`
}

func recordPath(root string) string { return root + ".json" }

// packagesOf are the packages of a record for the root that a plan makes.
func packagesOf(p *plan.Plan) []string {
	var packages []string
	for _, step := range p.Steps {
		packages = append(packages, step.Recipe.ID()+" "+step.Key)
	}
	return packages
}

// maxRecord bounds a record's file, in bytes.
const maxRecord = 1 << 20

// readRecord returns the record of a root, or nil where there is none: a file with
// other contents is not a record. A link is an error.
func readRecord(root string) (*rootRecord, error) {
	file, err := os.OpenFile(recordPath(root), os.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, unix.ENOTDIR) {
		return nil, nil
	}
	if errors.Is(err, unix.ELOOP) {
		return nil, fmt.Errorf("%s is a symbolic link, and the record of the root %s is a file; remove it", recordPath(root), root)
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, fmt.Errorf("%s is no file, and the record of the root %s is one; remove it", recordPath(root), root))
	}
	text, err := io.ReadAll(io.LimitReader(file, maxRecord))
	if err != nil {
		return nil, err
	}
	record := new(rootRecord)
	if json.Unmarshal(text, record) != nil || record.Format > format || record.Format < format && len(record.Packages) == 0 {
		return nil, nil
	}
	return record, nil
}

// has reports whether the root was made of these packages, and whole.
func (r *rootRecord) has(packages []string) bool {
	return r != nil && len(r.Packages) > 0 && slices.Equal(r.Packages, packages)
}

func (r *rootRecord) write(root string) error {
	text, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	return durable.WriteFile(recordPath(root), append(text, '\n'), 0o644)
}
