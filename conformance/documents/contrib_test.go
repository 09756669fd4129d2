package documents

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// read is the text of a file of the project.
func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var command = regexp.MustCompile(`(?m)(?:run: |entry: |- )((?:bootstrap|wildebeest) [a-z][^\n]*)$`)

// TestWorkflows reads the files of CI as YAML and looks up the commands in them.
func TestWorkflows(t *testing.T) {
	seen := 0
	for _, pattern := range []string{"action.yml", ".github/*/*.yml", "contrib/*/*.yml", "contrib/*/*.yaml"} {
		files, err := filepath.Glob(filepath.Join("../..", pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, %v", pattern, files, err)
		}
		for _, file := range files {
			text := read(t, strings.TrimPrefix(file, "../../"))
			var value map[string]any
			if err := yaml.Load([]byte(text), &value); err != nil {
				t.Errorf("%s: %v", file, err)
			}
			for _, found := range command.FindAllStringSubmatch(text, -1) {
				seen++
				lookUp(t, file, found[1], strings.Fields(found[1]))
			}
			for _, made := range regexp.MustCompile(`(?m)run: make ([a-z ]+)$`).FindAllStringSubmatch(text, -1) {
				for _, target := range strings.Fields(made[1]) {
					if !regexp.MustCompile(`(?m)^` + target + `:`).MatchString(targets(t)) {
						t.Errorf("%s: there is no target %s", file, target)
					}
				}
			}
		}
	}
	if seen < 5 {
		t.Errorf("only %d commands", seen)
	}
}

// TestHooks reads the hooks for pre-commit and looks up their commands.
func TestHooks(t *testing.T) {
	text := read(t, ".pre-commit-hooks.yaml")
	var hooks []map[string]any
	if err := yaml.Load([]byte(text), &hooks); err != nil {
		t.Fatal(err)
	}
	for _, hook := range hooks {
		entry, _ := hook["entry"].(string)
		if hook["id"] == nil || hook["language"] != "golang" {
			t.Errorf("not a hook: %v", hook)
		}
		lookUp(t, ".pre-commit-hooks.yaml", entry, strings.Fields(entry))
	}
	if len(hooks) < 2 {
		t.Errorf("%d hooks", len(hooks))
	}
}
