package build

import (
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// Equip locks the state and returns a Builder with what it has: the assembled
// stage2, or the tree ownStage2 if one is named, the sources and the ledger. Who
// observes, how many jobs and so on is up to the caller. Close ends the lock.
func Equip(state *State, ownStage2 string, self Self) (*Builder, error) {
	if err := state.Lock(); err != nil {
		return nil, err
	}
	b, err := equip(state, ownStage2, self)
	if err != nil {
		state.Unlock()
		return nil, err
	}
	return b, nil
}

func equip(state *State, ownStage2 string, self Self) (*Builder, error) {
	tools, err := state.OpenStage2(ownStage2)
	if err != nil {
		return nil, err
	}
	book, err := ledger.Open(state.Ledger())
	if err != nil {
		return nil, err
	}
	sources := &fetch.Cache{Dir: state.Sources()}
	if apt := source.FindApt(state.Apt()); apt != nil {
		sources.Mirror = apt
	}
	return &Builder{State: state, Sources: sources, Stage2: tools, Self: self, Ledger: book}, nil
}

// Close ends what Equip began.
func (b *Builder) Close() { b.State.Unlock() }

// Inputs are what this builder's plans are made of beside the recipes.
func (b *Builder) Inputs() Inputs {
	return Inputs{Stage2: b.Stage2.Key, Self: b.Self.Hash}
}

// OpenStage2 opens the assembled stage2 tree, or a tree of the user's own.
func (s *State) OpenStage2(own string) (*stage2.Tree, error) {
	if own == "" {
		return stage2.Current(s.Stage2())
	}
	dir, err := filepath.Abs(own)
	if err != nil {
		return nil, err
	}
	return stage2.OpenUser(dir)
}
