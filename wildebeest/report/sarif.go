package report

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"

	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/version"
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
		Version        string      `json:"version"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
		Help             sarifHelp    `json:"help"`
	}
	sarifHelp struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
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
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`
		// PartialFingerprints tell results apart wherever their lines move to.
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Properties          map[string]any    `json:"properties,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI    string `json:"uri"`
		BaseID string `json:"uriBaseId"`
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
		Tool:        sarifTool{sarifDriver{Name: r.Tool, Version: version.String(), InformationURI: "https://github.com/serpent-os/wildebeest", Rules: []sarifRule{}}},
		Invocations: []sarifInvocation{{Successful: true}},
		ColumnKind:  "unicodeCodePoints",
		Results:     []sarifResult{},
	}
	index, alike := map[string]int{}, map[Known]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		at, ok := index[f.Rule]
		if !ok {
			at = len(run.Tool.Driver.Rules)
			index[f.Rule] = at
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{f.Rule, sarifMessage{r.describe(f.Rule)}, r.help(f.Rule)})
		}
		result := r.sarif(f, at)
		k := f.key()
		k.Count = alike[k]
		alike[f.key()]++
		result.PartialFingerprints = map[string]string{fingerprint: k.fingerprint()}
		run.Results = append(run.Results, result)
	}
	for _, n := range r.Notes {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications,
			sarifNotification{Level: "note", Message: sarifMessage{n.Text}, Locations: []sarifLocation{r.locate(n.File, nil)}})
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

func (r *Report) sarif(f *Finding, rule int) sarifResult {
	level := "note"
	switch {
	case f.Level == Build && f.Confidence != Lexical:
		level = "error"
	case f.Needed():
		level = "warning"
	}
	return sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: level,
		Message: sarifMessage{f.Name + ": " + r.describe(f.Rule) + "; " + remedyText(f.Remedy)},
		Locations: []sarifLocation{r.locate(f.File, &sarifRegion{
			Line: max(f.Line, 1), Column: max(f.Column, 1), Snippet: sarifMessage{f.Text}})},
		Properties: map[string]any{"kind": f.Kind, "confidence": f.Confidence, "guard": f.Guard, "level": f.Level, "remedy": f.Remedy},
	}
}

// locate names a file by its path in the repository.
func (r *Report) locate(file string, region *sarifRegion) sarifLocation {
	uri := url.URL{Path: path.Join(r.Within, file)}
	return sarifLocation{sarifPhysical{sarifArtifact{uri.String(), "%SRCROOT%"}, region}}
}

// help is what a rule is about, at length.
func (r *Report) help(rule string) sarifHelp {
	text, ok := r.Docs[rule]
	if !ok {
		text = "A finding of this rule: " + r.describe(rule) + ". `wildebeest explain NAME` says where the libraries have a name, and what to do."
	}
	return sarifHelp{text, text}
}

// fingerprint is the kind of fingerprints that results have.
const fingerprint = "wildebeestFinding/v1"

// fingerprint of a known finding; of several that are alike, Count tells which.
func (k Known) fingerprint() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %d", k.File, k.Rule, k.Name, k.Text, k.Count))
	return hex.EncodeToString(sum[:16])
}
