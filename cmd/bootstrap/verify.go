package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/serpent-os/wildebeest/bootstrap/build"
)

func verifyVerb(ctx context.Context, std streams, args []string) (int, error) {
	p := newParser("verify", "verify [OPTION...] [PACKAGE...]")
	asJSON := p.Bool("json", false, "a JSON array; what happens goes to standard error")
	o := p.jobOptions()
	if done, code := p.parse(std, args); done {
		return code, nil
	}
	shown := std
	if *asJSON {
		shown.out = std.err
	}
	j, err := openJob(p, shown, o)
	if err != nil {
		return 1, err
	}
	defer j.close()
	plan, err := j.Plan(p.Args()...)
	if err != nil {
		return 1, err
	}
	if _, err := j.Builder.Build(ctx, plan); err != nil {
		return 1, err
	}
	verdicts, code := []*build.Verdict{}, 0
	for _, step := range plan.Steps {
		if p.NArg() > 0 && !slices.Contains(p.Args(), step.Recipe.Name) {
			continue
		}
		verdict, err := j.Builder.Verify(ctx, step)
		if err != nil {
			return 1, err
		}
		j.show.Finished(step.Recipe)
		j.show.Done(verdictText(verdict))
		verdicts = append(verdicts, verdict)
		if len(verdict.Differences) > 0 {
			code = 1
		}
	}
	j.show.Close()
	if *asJSON {
		encoder := json.NewEncoder(std.out)
		encoder.SetIndent("", "\t")
		return code, encoder.Encode(verdicts)
	}
	return code, nil
}

func verdictText(v *build.Verdict) string {
	if len(v.Differences) == 0 {
		return fmt.Sprintf("%s %s: the same bytes again (%d files)", v.Name, v.Version, v.Files)
	}
	text := fmt.Sprintf("%s %s: differs in %d places", v.Name, v.Version, len(v.Differences))
	for _, d := range v.Differences {
		text += "\n    " + d.String()
	}
	return text
}
