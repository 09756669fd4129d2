package store

import (
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// Status is what a state directory has of a plan.
type Status struct {
	Root      string          `json:"root"`
	RootState string          `json:"root_state"` // up to date, changed by hand, out of date, or not made
	Packages  []PackageStatus `json:"packages"`
}

// PackageStatus is one package of a plan.
type PackageStatus struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Release int    `json:"release"`
	Key     string `json:"key"`
	Built   bool   `json:"built"`
	Failed  bool   `json:"failed"` // built with this key, and it did not end well
	ledger.Cost
	Log string `json:"log,omitempty"`
}

// Status compares a plan with the store and the root; it changes nothing.
func (s *State) Status(p *plan.Plan) Status {
	status := Status{Root: s.Root(), RootState: s.rootState(p)}
	for _, step := range p.Steps {
		one := PackageStatus{Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release, Key: step.Key}
		if made := s.Lookup(step); made != nil {
			one.Built, one.Cost, one.Log = true, made.Cost, s.Log(step)
		} else if _, err := os.Stat(s.FailedLog(step)); err == nil {
			one.Failed, one.Log = true, s.FailedLog(step)
		}
		status.Packages = append(status.Packages, one)
	}
	return status
}

func (s *State) rootState(p *plan.Plan) string {
	if _, err := os.Stat(s.Root()); err != nil {
		return "not made"
	}
	record, err := readRecord(s.Root())
	if err != nil || !record.has(packagesOf(p)) {
		return "out of date"
	}
	if s.checkUnchanged(s.Root(), record) != nil {
		return "changed by hand"
	}
	return "up to date"
}
