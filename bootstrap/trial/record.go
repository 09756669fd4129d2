package trial

import (
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/internal/durable"
)

// resultFile is the name of a result in the trial's directory.
const resultFile = "result.json"

// Keep writes down what a trial found out: the recipe that builds, or else the first
// draft, and the result. It returns the recipe's file.
func (t *Trial) Keep(state *store.State, r *Result) (string, error) {
	dir := state.Trial(r.Name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	var needs Attempt
	if r.Needs != nil {
		needs = *r.Needs
	}
	file := filepath.Join(dir, recipe.FileName)
	if err := durable.WriteFile(file, t.draft(needs).Text(), 0o644); err != nil {
		return "", err
	}
	if needs.Mended {
		if err := durable.WriteFile(filepath.Join(dir, patchFile), t.Mend, 0o644); err != nil {
			return "", err
		}
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return "", err
	}
	return file, durable.WriteFile(filepath.Join(dir, resultFile), append(text, '\n'), 0o644)
}
