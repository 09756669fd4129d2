package trial

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// How a trial ends.
const (
	Alone       = "alone"        // it builds without libwildebeest
	WithModules = "with modules" // it builds with those of Result.Needs
	Mended      = "mended"       // it builds with a mechanical patch of its sources alone
	Fails       = "fails"        // none of these is enough
)

// Result is what a trial found out.
type Result struct {
	Name    string          `json:"name"`
	Version string          `json:"version"`
	Source  string          `json:"source"`
	SHA256  string          `json:"sha256"`
	System  string          `json:"system"`
	Target  string          `json:"target"` // the musl that it is built with
	Missing []draft.Missing `json:"missing,omitempty"`
	Outcome string          `json:"outcome"`
	// Needs is the least that it builds with; nil where it builds alone, or never.
	Needs *Attempt `json:"needs,omitempty"`
	Said  Said     `json:"said"`
	// First is the first error of the build without libwildebeest, and Log the file
	// with all of them.
	First string `json:"first,omitempty"`
	Log   string `json:"log,omitempty"`
	Cause string `json:"cause,omitempty"` // of what fails, one of those above
	// Install is the first error of the section install, of a package that builds and
	// that the draft can't install.
	Install string `json:"install,omitempty"`
	// Foretold says that the scan has a finding to build where the first error is.
	Foretold bool `json:"foretold,omitempty"`
	// Tests are the package's own; nil where they were not to be run, or there are none.
	Tests *Tests `json:"tests,omitempty"`
}

// Tests says how a package's own tests ended.
type Tests struct {
	Command string `json:"command"` // of the recipe's section check
	Passed  bool   `json:"passed"`
	First   string `json:"first,omitempty"` // what failed first
	Log     string `json:"log,omitempty"`
}

// Said is what the scan said before anything was built.
type Said struct {
	Build    []string `json:"build"`    // modules to build
	Behave   []string `json:"behave"`   // further modules, to behave as on glibc
	Includes int      `json:"includes"` // files that lack an include
	Porting  int      `json:"porting"`  // names that neither mends
	Unsure   int      `json:"unsure"`   // findings that may be none
}

// Said is the scan's verdict on the package.
func (t *Trial) Said() Said {
	r := t.Verdict
	return Said{r.Summary.Modules, r.Summary.Behave, r.Summary.Includes, r.Summary.Porting, r.Summary.Levels[report.Unsure]}
}

// NeedsSomething tells whether the scan says that the package does not build as it is.
func (s Said) NeedsSomething() bool { return len(s.Build) > 0 || s.Includes > 0 || s.Porting > 0 }

// String is the result in a sentence.
func (r *Result) String() string {
	head := r.Name + " " + r.Version
	switch r.Outcome {
	case Alone:
		head += " builds on musl as it is"
	case Mended:
		head += " builds on musl with a mechanical patch of its sources"
	case WithModules:
		head += fmt.Sprintf(" builds on musl with %s", r.Needs)
	default:
		return fmt.Sprintf("%s does not build: %s (%s)", head, r.First, r.Cause)
	}
	if r.Install != "" {
		head += "; the draft's install is to correct: " + r.Install
	}
	switch {
	case r.Tests == nil:
		return head
	case r.Tests.Passed:
		return head + "; its tests pass"
	}
	return fmt.Sprintf("%s; its tests fail: %s", head, r.Tests.First)
}

// String names the modules as the recipe does without its prefix.
func (a Attempt) String() string {
	text := "libwildebeest's " + strings.Join(a.Modules, ", ")
	switch {
	case len(a.Modules) == 0:
		text = "its own sources"
	case len(a.Modules) == 1 && a.Modules[0] == "":
		text = "all of " + recipe.Library
	}
	if a.Mended {
		text += " and a mechanical patch"
	}
	return text
}
