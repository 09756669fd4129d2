// Package trial finds out what a package that has no recipe needs to be built on
// musl: it builds it from a draft, without libwildebeest, then with what the scan of
// its sources says, and then with less, until nothing can be left out.
package trial

import (
	"context"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/build"
	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// A Trial is one package that is tried.
type Trial struct {
	Driver *driver.Driver
	Draft  *draft.Draft
	// File is what messages call the draft's recipe.
	File string
	// Verdict is the scan of the package's sources, for the musl of the recipes.
	Verdict *report.Report
	// Mend is a patch of what is mechanical in the verdict, or nil.
	Mend []byte
	// Check runs the package's own tests where it builds and has some.
	Check bool
	// Tell is told of each build before it begins.
	Tell func(Attempt)
}

// patchFile is the name of the patch, beside the recipe.
const patchFile = "portable.patch"

// An Attempt is a build with a choice of modules, and perhaps the patch.
type Attempt struct {
	Modules []string `json:"modules"` // "" alone is the whole library
	Mended  bool     `json:"mended,omitempty"`
	Tested  bool     `json:"-"` // the package's own tests run
}

// Run builds the package until it is known what it needs. An error is none of the
// package's.
func (t *Trial) Run(ctx context.Context) (*Result, error) {
	r := &Result{
		Name: t.Draft.Name, Version: t.Draft.Version, Source: t.Draft.Upstream.Location, SHA256: t.Draft.Upstream.SHA256,
		System: t.Draft.System.Name, Missing: t.Draft.Missing,
		Target: t.Verdict.Target, Said: t.Said(),
	}
	alone, err := t.attempt(ctx, Attempt{})
	if err != nil {
		return nil, err
	}
	if builds(alone) {
		r.Outcome = Alone
		return r, t.finish(ctx, r, Attempt{}, alone)
	}
	r.First, r.Log, r.Foretold = alone.First, alone.Log, t.Foretells(alone.First)
	cure, uninstalled, err := t.cure(ctx, r)
	switch {
	case err != nil:
		return nil, err
	case cure == nil:
		r.Outcome, r.Cause = Fails, causeOf(alone.First, t.Draft.Missing)
		return r, nil
	}
	least, err := t.least(ctx, *cure)
	if err != nil {
		return nil, err
	}
	r.Needs = &least
	r.Outcome = WithModules
	if len(least.Modules) == 0 {
		r.Outcome = Mended
	}
	return r, t.finish(ctx, r, least, uninstalled)
}

// finish says what keeps a package that builds from being installed, or nil, and runs its
// own tests.
func (t *Trial) finish(ctx context.Context, r *Result, a Attempt, uninstalled *build.BuildError) error {
	if uninstalled != nil {
		r.Install, r.Log = uninstalled.First, uninstalled.Log
	}
	if !t.Check || t.Draft.Tests == "" {
		return nil
	}
	a.Tested = true
	failed, err := t.attempt(ctx, a)
	if err != nil {
		return err
	}
	r.Tests = &Tests{Command: t.Draft.Tests, Passed: builds(failed)}
	if !builds(failed) {
		r.Tests.First, r.Tests.Log = failed.First, failed.Log
	}
	return nil
}

// cure is the first attempt that builds: what the verdict says that the build needs,
// what it says of behaviour besides, and the whole library. With it comes what keeps the
// package from being installed, or nil.
func (t *Trial) cure(ctx context.Context, r *Result) (*Attempt, *build.BuildError, error) {
	mended := t.Mend != nil
	var tried []Attempt
	for _, a := range []Attempt{
		{Modules: r.Said.Build},
		{Modules: r.Said.Build, Mended: mended},
		{Modules: slices.Compact(slices.Sorted(slices.Values(slices.Concat(r.Said.Build, r.Said.Behave)))), Mended: mended},
		{Modules: []string{""}, Mended: mended},
	} {
		if len(a.Modules) == 0 && !a.Mended || slices.ContainsFunc(tried, a.same) {
			continue
		}
		tried = append(tried, a)
		failed, err := t.attempt(ctx, a)
		if err != nil {
			return nil, nil, err
		}
		if builds(failed) {
			return &a, failed, nil
		}
	}
	return nil, nil, nil
}

// least leaves out of an attempt that builds what it builds without: first the patch,
// then modules, a half of them at a time and then one by one.
func (t *Trial) least(ctx context.Context, a Attempt) (Attempt, error) {
	if a.Mended && len(a.Modules) > 0 {
		if failed, err := t.attempt(ctx, Attempt{Modules: a.Modules}); err != nil {
			return a, err
		} else if builds(failed) {
			a.Mended = false
		}
	}
	if slices.Equal(a.Modules, []string{""}) {
		all, err := headers.Modules()
		if err != nil {
			return a, err
		}
		a.Modules = headers.Names(all)
	}
	if a.Mended {
		if failed, err := t.attempt(ctx, Attempt{Mended: true}); err != nil {
			return a, err
		} else if builds(failed) {
			return Attempt{Mended: true}, nil
		}
	}
	for size := (len(a.Modules) + 1) / 2; size > 0 && len(a.Modules) > 1; size /= 2 {
		for begin := 0; begin < len(a.Modules) && len(a.Modules) > size; {
			fewer := slices.Concat(a.Modules[:begin], a.Modules[min(begin+size, len(a.Modules)):])
			failed, err := t.attempt(ctx, Attempt{Modules: fewer, Mended: a.Mended})
			if err != nil {
				return a, err
			}
			if builds(failed) {
				a.Modules = fewer
			} else {
				begin += size
			}
		}
	}
	return a, nil
}

// attempt builds the package once, and says how it failed, or nil.
func (t *Trial) attempt(ctx context.Context, a Attempt) (*build.BuildError, error) {
	if t.Tell != nil {
		t.Tell(a)
	}
	r, err := t.draft(a).Recipe(t.File)
	if err != nil {
		return nil, err
	}
	if a.Mended {
		r.Patches = []recipe.Patch{{Name: patchFile, Text: t.Mend}}
	}
	plan, err := t.Driver.PlanOf(r)
	if err != nil {
		return nil, err
	}
	_, failed, err := t.Driver.Builder.Attempt(ctx, plan)
	return failed, err
}

// draft is the draft with what an attempt adds to it.
func (t *Trial) draft(a Attempt) *draft.Draft {
	d := *t.Draft
	d.Modules, d.Tested = a.Modules, a.Tested
	if a.Mended {
		d.Patches = []string{patchFile}
	}
	return &d
}

func (a Attempt) same(b Attempt) bool {
	return a.Mended == b.Mended && slices.Equal(a.Modules, b.Modules)
}
