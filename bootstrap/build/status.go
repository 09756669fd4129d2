package build

import (
	"os"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
)

// Status is what a state directory has of a plan.
type Status struct {
	Root      string          `json:"root"`
	RootState string          `json:"root_state"` // up to date, out of date, or not made
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

// StatusOf compares a plan with the store and the root; it changes nothing.
func StatusOf(s *State, plan *Plan) Status {
	status := Status{Root: s.Root(), RootState: s.rootState(plan)}
	for _, step := range plan.Steps {
		one := PackageStatus{Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release, Key: step.Key}
		if p := s.Lookup(step); p != nil {
			one.Built, one.Cost, one.Log = true, p.Cost, s.Log(step)
		} else if _, err := os.Stat(s.FailedLog(step)); err == nil {
			one.Failed, one.Log = true, s.FailedLog(step)
		}
		status.Packages = append(status.Packages, one)
	}
	return status
}

func (s *State) rootState(plan *Plan) string {
	if _, err := os.Stat(s.Root()); err != nil {
		return "not made"
	}
	if text, err := manifestText(plan); err != nil || !upToDate(s.Root(), text) {
		return "out of date"
	}
	return "up to date"
}

// Names are the plan's packages, in the order they are built.
func (p *Plan) Names() []string {
	var names []string
	for _, step := range p.Steps {
		names = append(names, step.Recipe.Name)
	}
	return names
}
