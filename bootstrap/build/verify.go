package build

import (
	"context"
	"os"
)

// A Verdict compares a package of the store with one built again.
type Verdict struct {
	Name        string       `json:"name"`
	Version     string       `json:"version"`
	Release     int          `json:"release"`
	Files       int          `json:"files"`
	Differences []Difference `json:"differences"` // none: the same, byte for byte
}

// Verify builds a step of a plan again, which the store has with all that it
// needs, and compares the files. Nothing of the second build is kept.
func (b *Builder) Verify(ctx context.Context, step *Step) (*Verdict, error) {
	if err := b.openJobs(); err != nil {
		return nil, err
	}
	defer b.closeJobs()
	work := b.workDir(step)
	defer os.RemoveAll(work)
	b.tell(step.Recipe, Event{Kind: Started, Key: step.Key, Reasons: []string{"to compare"}})
	p, install, err := b.make(ctx, step, work)
	if err != nil {
		return nil, err
	}
	differences, err := compareTrees(treeOf(b.State.dirOf(step)), install)
	if err != nil {
		return nil, err
	}
	return &Verdict{step.Recipe.Name, step.Recipe.Version, step.Recipe.Release, p.Files, differences}, nil
}
