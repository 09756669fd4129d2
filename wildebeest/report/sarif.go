package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/version"
)

// home is where rules and reports say that the tool comes from.
const home = "https://github.com/serpent-os/wildebeest"

// SARIF writes the report as a SARIF 2.1.0 log with one run (OASIS, "Static Analysis
// Results Interchange Format Version 2.1.0").
func (r *Report) SARIF(w io.Writer) error {
	run := sarif.NewRunWithInformationURI(r.Tool, home).WithColumnKind("unicodeCodePoints")
	run.Tool.Driver.WithVersion(version.String())
	index, alike := map[string]int{}, map[Known]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		at, ok := index[f.Rule]
		if !ok {
			at = len(index)
			index[f.Rule] = at
			run.Tool.Driver.AddRule(r.rule(f.Rule))
		}
		k := f.key()
		k.Count = alike[k]
		alike[f.key()]++
		run.AddResult(r.result(f).WithRuleIndex(at).WithPartialFingerprints(map[string]string{fingerprint: k.fingerprint()}))
	}
	notes := []*sarif.Notification{}
	for _, n := range r.Notes {
		notes = append(notes, sarif.NewNotification().WithLevel("note").WithMessage(sarif.NewTextMessage(n.Text)).
			WithLocations([]*sarif.Location{r.locate(n.File, nil)}))
	}
	run.WithInvocations([]*sarif.Invocation{sarif.NewInvocation().WithExecutionSuccessful(true).WithToolExecutionNotifications(notes)})
	log := sarif.NewReport()
	log.AddRun(run)
	return log.PrettyWrite(printable.JSON(w))
}

// rule is what the log says of a rule.
func (r *Report) rule(id string) *sarif.ReportingDescriptor {
	text, ok := r.Docs[id]
	if !ok {
		text = "A finding of this rule: " + r.describe(id) + ". `wildebeest explain NAME` says where the libraries have a name, and what to do."
	}
	return sarif.NewRule(id).
		WithShortDescription(sarif.NewMultiformatMessageString().WithText(r.describe(id))).
		WithHelp(sarif.NewMultiformatMessageString().WithText(text).WithMarkdown(text))
}

// Describe says in one line what a rule of the name database is about.
func Describe(rule string) string {
	if text, ok := descriptions[rule]; ok {
		return text
	}
	return rule
}

var descriptions = map[string]string{
	RuleGNUism:   "glibc provides it and musl does not",
	RuleInclude:  "musl declares it in a header that is not included",
	RuleLink:     "musl declares it and defines it nowhere",
	RuleLFS64:    "a name of the large file interface, which musl does not need",
	RuleFeature:  "musl shows it only under a feature macro",
	RulePrivate:  "a header private to glibc",
	RuleGuard:    "conditions that know glibc and not musl",
	RuleClash:    "a kernel header that does not go together with musl's",
	RuleRedirect: "an old name of a header, at which musl warns",
}

// databaseRules are those whose findings come from the name database.
var databaseRules = map[string]bool{RuleGNUism: true, RuleInclude: true, RuleLink: true, RuleLFS64: true, RuleFeature: true, RulePrivate: true, RuleGuard: true, RuleClash: true, RuleRedirect: true}

// DatabaseRules lists the rules whose findings come from the name database.
func DatabaseRules() []string { return slices.Sorted(maps.Keys(databaseRules)) }

// describe is Describe for the rules in code, too.
func (r *Report) describe(rule string) string {
	if text, ok := r.Rules[rule]; ok {
		return text
	}
	return Describe(rule)
}

// result is what the log says of a finding, without the place of its rule.
func (r *Report) result(f *Finding) *sarif.Result {
	level := "note"
	switch {
	case f.Level == Build && f.Confidence != Lexical:
		level = "error"
	case f.Needed():
		level = "warning"
	}
	properties := sarif.NewPropertyBag()
	for key, value := range map[string]any{"kind": f.Kind, "confidence": f.Confidence, "guard": f.Guard, "level": f.Level, "remedy": f.Remedy} {
		properties.Add(key, value)
	}
	region := sarif.NewRegion().WithStartLine(max(f.Line, 1)).WithStartColumn(max(f.Column, 1)).WithSnippet(sarif.NewArtifactContent().WithText(f.Text))
	return sarif.NewRuleResult(f.Rule).WithLevel(level).WithProperties(properties).
		WithMessage(sarif.NewTextMessage(f.Name + ": " + r.describe(f.Rule) + "; " + remedyText(f.Remedy))).
		WithLocations([]*sarif.Location{r.locate(f.File, region)})
}

// locate names a file by its path in the repository.
func (r *Report) locate(file string, region *sarif.Region) *sarif.Location {
	uri := url.URL{Path: path.Join(r.Within, file)}
	place := sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewSimpleArtifactLocation(uri.String()).WithURIBaseID("%SRCROOT%"))
	if region != nil {
		place.WithRegion(region)
	}
	return sarif.NewLocationWithPhysicalLocation(place)
}

// fingerprint is the kind of fingerprints that results have.
const fingerprint = "wildebeestFinding/v1"

// fingerprint of a known finding; of several that are alike, Count tells which.
func (k Known) fingerprint() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %d", k.File, k.Rule, k.Name, k.Text, k.Count))
	return hex.EncodeToString(sum[:16])
}
