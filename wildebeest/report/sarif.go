package report

import (
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"slices"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// The parts of SARIF 2.1.0 that a scan fills, named as in the standard
// (OASIS, "Static Analysis Results Interchange Format Version 2.1.0").
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifResult struct {
		RuleID     string          `json:"ruleId"`
		RuleIndex  int             `json:"ruleIndex"`
		Level      string          `json:"level"`
		Message    sarifMessage    `json:"message"`
		Locations  []sarifLocation `json:"locations"`
		Properties map[string]any  `json:"properties,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line    int          `json:"startLine"`
		Column  int          `json:"startColumn,omitempty"`
		Snippet sarifMessage `json:"snippet"`
	}
)

// SARIF writes the report as a SARIF 2.1.0 log with one run.
func (r *Report) SARIF(w io.Writer) error {
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: r.Tool, InformationURI: "https://github.com/serpent-os/wildebeest", Rules: []sarifRule{}}},
		Invocations: []sarifInvocation{{Successful: true}},
		ColumnKind:  "unicodeCodePoints",
		Results:     []sarifResult{},
	}
	index := map[string]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		at, ok := index[f.Rule]
		if !ok {
			at = len(run.Tool.Driver.Rules)
			index[f.Rule] = at
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{f.Rule, sarifMessage{r.describe(f.Rule)}})
		}
		run.Results = append(run.Results, f.sarif(at, r.describe(f.Rule)))
	}
	for _, n := range r.Notes {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications,
			sarifNotification{Level: "note", Message: sarifMessage{n.Text}, Locations: []sarifLocation{locate(n.File, nil)}})
	}
	enc := json.NewEncoder(printable.JSON(w))
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run}})
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

func (f *Finding) sarif(rule int, about string) sarifResult {
	level := "note"
	switch {
	case f.Level == Build && f.Confidence != Lexical:
		level = "error"
	case f.Needed():
		level = "warning"
	}
	return sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: level,
		Message: sarifMessage{f.Name + ": " + about + "; " + remedyText(f.Remedy)},
		Locations: []sarifLocation{locate(f.File, &sarifRegion{
			Line: max(f.Line, 1), Column: max(f.Column, 1), Snippet: sarifMessage{f.Text}})},
		Properties: map[string]any{"kind": f.Kind, "confidence": f.Confidence, "guard": f.Guard, "level": f.Level, "remedy": f.Remedy},
	}
}

func locate(file string, region *sarifRegion) sarifLocation {
	return sarifLocation{sarifPhysical{sarifArtifact{(&url.URL{Path: file}).String()}, region}}
}
