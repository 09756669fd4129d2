package build

import "os"

// Status is what a state directory has of a plan.
type Status struct {
	Root      string          `json:"root"`
	RootState string          `json:"root_state"` // up to date, out of date, or not made
	Packages  []PackageStatus `json:"packages"`
}

// PackageStatus is one package of a plan.
type PackageStatus struct {
	Name    string  `json:"name"`
	Version string  `json:"version"`
	Release int     `json:"release"`
	Key     string  `json:"key"`
	Built   bool    `json:"built"`
	Seconds float64 `json:"seconds,omitempty"` // wall clock of its build
	MaxRSS  int64   `json:"max_rss,omitempty"` // bytes, of the build's largest process
	Size    int64   `json:"size,omitempty"`    // bytes of the installed files
	Files   int     `json:"files,omitempty"`
	Log     string  `json:"log,omitempty"`
}

// StatusOf compares a plan with the store and the root; it changes nothing.
func StatusOf(s *State, plan *Plan) Status {
	status := Status{Root: s.Root(), RootState: s.rootState(plan)}
	for _, step := range plan.Steps {
		one := PackageStatus{Name: step.Recipe.Name, Version: step.Recipe.Version, Release: step.Recipe.Release, Key: step.Key}
		if p := s.Lookup(step); p != nil {
			one.Built, one.Seconds, one.MaxRSS, one.Size, one.Files, one.Log = true, p.Took, p.MaxRSS, p.Size, p.Files, s.Log(step)
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
