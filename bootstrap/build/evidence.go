package build

import (
	"context"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/wildebeest/audit"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

// foundInSource returns the GNUisms that a step's source tree uses and
// libwildebeest has a module for, without those for which the source has a
// fallback of its own. The target of the scan is the musl that the package is
// built with; a package that is built without one, as musl itself, needs nothing
// of libwildebeest.
func foundInSource(ctx context.Context, step *plan.Step, dir string) ([]ledger.Finding, error) {
	target := muslOf(step)
	if target == "" || len(step.Recipe.Upstreams) == 0 || step.Recipe.Upstreams[0].Self() != "" {
		return nil, nil
	}
	result, err := scan.Tree(ctx, dir, scan.Options{Target: target})
	if err != nil {
		return nil, err
	}
	var found []ledger.Finding
	for _, f := range result.Findings {
		if f.Remedy.Module != "" && f.Needed() {
			found = append(found, ledger.Finding{Name: f.Name, Module: f.Remedy.Module, File: printable.Percent(f.File), Line: f.Line, Behaves: f.Level == report.Behave})
		}
	}
	return found, nil
}

// muslOf is the scan's name of the musl among what the step is built with, or "".
func muslOf(step *plan.Step) string {
	for _, dep := range step.Deps {
		if dep.Recipe.Name == "musl" {
			return "musl-" + dep.Recipe.Version
		}
	}
	return ""
}

// linkedModules returns the modules of libwildebeest that each installed file
// contains, by its path.
func linkedModules(install string) (map[string][]string, error) {
	found, err := audit.Tree(install)
	if err != nil {
		return nil, err
	}
	named := make(map[string][]string)
	for file, modules := range found {
		named[printable.Percent(file)] = modules
	}
	return named, nil
}
