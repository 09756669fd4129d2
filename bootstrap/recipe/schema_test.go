package recipe

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/serpent-os/wildebeest/recipes"
	"go.yaml.in/yaml/v4"
)

// schema is the committed one, as editors read it.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiled, err := jsonschema.NewCompiler().Compile("../../docs/recipe.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func valid(t *testing.T, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	var value any
	if err := yaml.Load(text, &value); err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
}

func TestRecipesMatchTheSchema(t *testing.T) {
	s, seen := schema(t), 0
	check := func(file string, text []byte) {
		seen++
		if err := valid(t, s, text); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	files, err := fs.Glob(recipes.Files, "*/"+FileName)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(recipes.Files, file)
		if err != nil {
			t.Fatal(err)
		}
		check(file, text)
	}
	more, err := filepath.Glob("../../conformance/*/*/" + FileName)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range more {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		check(file, text)
	}
	if len(more) == 0 || seen < 40 {
		t.Errorf("only %d recipes", seen)
	}
}

func TestSchemaFindsMistakes(t *testing.T) {
	hash := strings.Repeat("0123456789abcdef", 4)
	s := schema(t)
	if err := valid(t, s, []byte(whole+"networking: false\nlicense: [MIT, Zlib]\nupstreams:\n  - https://x.org/zlib-1.2.13.tgz : "+hash+"\n")); err != nil {
		t.Error(err)
	}
	for label, text := range map[string]string{
		"unknown key":          whole + "colour: red\n",
		"no install":           "name: a\nversion: 1\nrelease: 1\n",
		"no version":           "name: a\nrelease: 1\ninstall: x\n",
		"version of our own":   "name: a\nversion: 1\nrelease: 1\ninstall: x\nupstreams: [self:getconf]\n",
		"name with a slash":    strings.Replace(whole, "zlib", "a/b", 1),
		"word for a number":    strings.Replace(whole, "release: 1", "release: one", 1),
		"release 0":            strings.Replace(whole, "release: 1", "release: 0", 1),
		"text for a list":      whole + "builddeps: bash\n",
		"list for a text":      whole + "summary: [a]\n",
		"no hash":              whole + "upstreams:\n  - https://x.org/a.tgz\n",
		"short hash":           whole + "upstreams:\n  - https://x.org/a.tgz : abc\n",
		"unknown scheme":       whole + "upstreams:\n  - ftp://x.org/a.tgz : " + hash + "\n",
		"unknown upstream key": whole + "upstreams:\n  - https://x.org/a.tgz :\n      hash: " + hash + "\n      hsh: x\n",
		"network":              whole + "networking: true\n",
		"another tool's key":   whole + "tuning: [lto]\n",
	} {
		if valid(t, s, []byte(text)) == nil {
			t.Errorf("%s: the schema accepts it", label)
		}
		if _, err := Parse("stone.yaml", []byte(text)); err == nil {
			t.Errorf("%s: the reader accepts it", label)
		}
	}
}

// TestManualNamesDefinitions compares the manual's list of definitions with what
// sections can use.
func TestManualNamesDefinitions(t *testing.T) {
	r := &Recipe{Name: "zlib", Version: "1", Release: 1}
	for name := range buildDefinitions {
		if _, err := r.lookup("%("+name+")", Context{WorkDir: "/", InstallRoot: "/"}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := r.lookup("%(none)", Context{})
	known, _, _ := strings.Cut(strings.SplitN(err.Error(), "known are ", 2)[1], ", bindir")
	for _, name := range strings.Split(known, ", ") {
		if buildDefinitions[name] == "" {
			t.Errorf("the manual lacks %s", name)
		}
	}
}
