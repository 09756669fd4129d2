// Package build builds the steps of a plan: it fetches their sources, makes a
// build root for each, runs the recipe's script in a sandbox and puts what is
// installed into the store, several packages at once.
package build

import (
	"github.com/serpent-os/wildebeest/bootstrap/jobserver"
	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// A Builder is what builds need. It does not change while they run.
type Builder struct {
	State     *store.State // locked
	Sources   *fetch.Cache
	Stage2    *stage2.Tree
	Self      Artefacts
	Ledger    *ledger.Ledger
	Observer  Observer
	Jobs      int          // cores that all builds together use, from 1
	Limits    limit.Limits // of each build, resolved
	KeepGoing bool         // after a failure, build what does not need what failed
}

// Artefacts are what the project makes itself.
type Artefacts interface {
	// Put writes the artefact of that name into the directory.
	Put(name, dir string) error
}

// A run is one call of Build, Probe or Verify: the builder with its jobserver.
type run struct {
	Builder
	jobs *jobserver.Server
}

// begin starts a run. The caller closes its jobserver.
func (b *Builder) begin() *run { return &run{*b, jobserver.New(b.Jobs)} }

// sources are where the builder's packages come from.
func (b *Builder) sources() sources { return sources{b.Sources, b.Self} }
