package build

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/selfcontained"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

// NotAloneError is a root that needs the tools that built it.
type NotAloneError struct {
	Root string
	*selfcontained.Result
}

// maxOffences bounds how many a message lists.
const maxOffences = 40

func (e *NotAloneError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%d places in %s refer to %s, which is not there when the root runs\n", len(e.Offences), e.Root, stage2.Prefix)
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

// aloneCache is what the last check of the state's root found. Root is the
// manifest of that root, and Table the exceptions: for others it says nothing.
type aloneCache struct {
	Root   string                    `json:"root"`
	Table  []selfcontained.Exception `json:"table"`
	Result *selfcontained.Result     `json:"result"`
}

// CheckAlone makes sure that the state's root, which is a plan's, stands on its
// own. The error is a *NotAloneError where it does not.
func (s *State) CheckAlone(plan *Plan) (*selfcontained.Result, error) {
	manifest, err := manifestText(plan)
	if err != nil {
		return nil, err
	}
	table, err := selfcontained.Exceptions()
	if err != nil {
		return nil, err
	}
	now := aloneCache{Root: hashOf(manifest), Table: table}
	path := s.path("alone.json")
	if last := readAlone(path); last.Result != nil && last.Root == now.Root && fmt.Sprint(last.Table) == fmt.Sprint(table) {
		return last.Result, s.notAlone(last.Result)
	}
	if now.Result, err = selfcontained.Check(s.Root(), stage2.Prefix, table); err != nil {
		return nil, err
	}
	text, err := json.MarshalIndent(now, "", "\t")
	if err != nil {
		return nil, err
	}
	if err := writeFile(path, append(text, '\n')); err != nil {
		return nil, err
	}
	return now.Result, s.notAlone(now.Result)
}

// readAlone returns an empty cache where there is none that can be read.
func readAlone(path string) (cache aloneCache) {
	if text, err := os.ReadFile(path); err != nil || json.Unmarshal(text, &cache) != nil {
		return aloneCache{}
	}
	return cache
}

func (s *State) notAlone(result *selfcontained.Result) error {
	if len(result.Offences)+len(result.Untrue) == 0 {
		return nil
	}
	return &NotAloneError{s.Root(), result}
}
