package build

import (
	"context"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// A Verdict compares a package of the store with one built again.
type Verdict struct {
	Name        string             `json:"name"`
	Version     string             `json:"version"`
	Release     int                `json:"release"`
	Files       int                `json:"files"`
	Differences []store.Difference `json:"differences"` // none: the same, byte for byte
}

// Verify builds a step of a plan again, which the store has with all that it
// needs, and compares the files. Nothing of the second build is kept.
func (b *Builder) Verify(ctx context.Context, step *plan.Step) (*Verdict, error) {
	r := b.begin()
	defer r.jobs.Close()
	r.tell(step.Recipe, Event{Kind: Started, Key: step.Key, Reasons: []string{"to compare"}})
	v := &Verdict{Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release}
	err := r.make(ctx, step, func(made *store.Package, root *buildRoot) error {
		v.Files = made.Files
		var err error
		v.Differences, err = b.State.Compare(step, root.install, made.Installed)
		return err
	})
	if err != nil {
		return nil, err
	}
	return v, nil
}
