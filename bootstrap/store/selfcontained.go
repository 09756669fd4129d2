package store

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/selfcontained"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"github.com/serpent-os/wildebeest/internal/durable"
)

// A NotSelfContainedError is a root that needs the tools that built it.
type NotSelfContainedError struct {
	Root string
	*selfcontained.Result
}

// maxOffences bounds how many a message lists.
const maxOffences = 40

func (e *NotSelfContainedError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%d references from %s to %s, which does not exist when the root runs\n", len(e.Offences), e.Root, stage2.Prefix)
	for _, o := range e.Offences[:min(len(e.Offences), maxOffences)] {
		fmt.Fprintf(&text, "    %v\n", o)
	}
	if more := len(e.Offences) - maxOffences; more > 0 {
		fmt.Fprintf(&text, "    and %d more: `bootstrap alone` lists all\n", more)
	}
	for _, row := range e.Untrue {
		fmt.Fprintf(&text, "    %s: the exception for %s is not true any more\n", row.File, row.Kind)
	}
	text.WriteString("to do:  correct the recipes of these files; what can't be corrected is a row of bootstrap/selfcontained/exceptions.tsv, with its reason")
	return text.String()
}

// lastCheck is what the last check of the state's root found. Root is the hash of
// the list of that root's packages, and Table the exceptions: the result is of no use with
// others.
type lastCheck struct {
	Root   string                    `json:"root"`
	Table  []selfcontained.Exception `json:"table"`
	Result *selfcontained.Result     `json:"result"`
}

// CheckSelfContained makes sure that the state's root, made of a plan's packages,
// does not need the tools that built it. The error is a *NotSelfContainedError
// where it does.
func (s *State) CheckSelfContained(p *plan.Plan) (*selfcontained.Result, error) {
	table, err := selfcontained.Exceptions()
	if err != nil {
		return nil, err
	}
	now := lastCheck{Root: fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(packagesOf(p), "\n")))), Table: table}
	path := s.path("self-contained.json")
	if last := readLastCheck(path); last.Result != nil && last.Root == now.Root && fmt.Sprint(last.Table) == fmt.Sprint(table) {
		return last.Result, s.verdictOf(last.Result)
	}
	if now.Result, err = selfcontained.Check(s.Root(), stage2.Prefix, table); err != nil {
		return nil, err
	}
	text, err := json.MarshalIndent(now, "", "\t")
	if err != nil {
		return nil, err
	}
	if err := durable.WriteFile(path, append(text, '\n'), 0o644); err != nil {
		return nil, err
	}
	return now.Result, s.verdictOf(now.Result)
}

// readLastCheck returns an empty result where there is none that can be read.
func readLastCheck(path string) (cache lastCheck) {
	if text, err := os.ReadFile(path); err != nil || json.Unmarshal(text, &cache) != nil {
		return lastCheck{}
	}
	return cache
}

func (s *State) verdictOf(result *selfcontained.Result) error {
	if len(result.Offences)+len(result.Untrue) == 0 {
		return nil
	}
	return &NotSelfContainedError{s.Root(), result}
}
