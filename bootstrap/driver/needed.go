package driver

import (
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

// Needed is what the recipes need of the state: the packages of the plan of all, the
// logs of their probes, and their sources.
func (v *View) Needed() (store.Needed, error) {
	all, err := v.Plan()
	if err != nil {
		return store.Needed{}, err
	}
	needed := store.Needed{Steps: all.Steps}
	for _, step := range all.Steps {
		for _, upstream := range step.Recipe.Upstreams {
			if upstream.SHA256 != "" {
				needed.Sources = append(needed.Sources, upstream.SHA256)
			}
		}
		if len(step.Modules) == 0 {
			continue
		}
		probe, err := v.PlanWithout(step.Recipe.Name)
		if err != nil {
			return store.Needed{}, err
		}
		needed.Steps = append(needed.Steps, probe.Last())
	}
	return needed, nil
}
