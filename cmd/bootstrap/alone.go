package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/selfcontained"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

func aloneVerb(_ context.Context, std streams, args []string) (int, error) {
	p := newParser("alone", "alone [OPTION...]")
	root := p.String("root", "", "the root to check (default: the state's)")
	asJSON := p.Bool("json", false, "one JSON object")
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	if done, code := p.noArguments(std); done {
		return code, nil
	}
	state, err := p.openState()
	if err != nil {
		return 1, err
	}
	if *root == "" {
		*root = state.Root()
	}
	absolute, err := filepath.Abs(*root)
	if err != nil {
		return 1, err
	}
	if _, err := os.Stat(absolute); err != nil {
		return 1, fmt.Errorf("no root: %w; `bootstrap stage3` makes one", err)
	}
	table, err := selfcontained.Exceptions()
	if err != nil {
		return 1, err
	}
	result, err := selfcontained.Check(absolute, stage2.Prefix, table)
	if err != nil {
		return 1, err
	}
	code := min(len(result.Offences)+len(result.Untrue), 1)
	if *asJSON {
		encoder := json.NewEncoder(std.out)
		encoder.SetIndent("", "\t")
		return code, encoder.Encode(result)
	}
	for _, o := range result.Offences {
		fmt.Fprintln(std.out, o)
	}
	for _, row := range result.Untrue {
		fmt.Fprintf(std.out, "%s: the exception for %s is not true any more\n", row.File, row.Kind)
	}
	if code == 0 {
		fmt.Fprintf(std.out, "nothing in %s refers to %s (%d exceptions)\n", absolute, stage2.Prefix, len(result.Excepted))
	}
	return code, nil
}
