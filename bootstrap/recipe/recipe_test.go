package recipe

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/serpent-os/wildebeest/recipes"
)

const whole = `name: zlib
version: 1.2.13
release: 1
install: |
  %make_install
`

func TestOwnRecipesAreValid(t *testing.T) {
	all, err := Load(recipes.Files, "recipes")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if r.Summary == "" || len(r.License) == 0 || r.Homepage == "" {
			t.Errorf("%s: summary, license and homepage are what a user asks first", r.File)
		}
	}
}

func TestMistakesAreNamed(t *testing.T) {
	hash := strings.Repeat("0123456789abcdef", 4)
	for _, test := range []struct{ label, text, want string }{
		{"unknown key", whole + "colour: red\n", "stone.yaml:6: field colour not found"},
		{"not YAML", "name: [", "stone.yaml:"},
		{"nothing", "", "stone.yaml: "},
		{"an empty mapping", "{}", "stone.yaml: missing install, name, release, version"},
		{"name with a slash", strings.Replace(whole, "zlib", "../zlib", 1), `name "../zlib"`},
		{"version with a blank", strings.Replace(whole, "1.2.13", "1 2", 1), `version "1 2"`},
		{"no sha256", whole + "upstreams:\n  - https://example.org/a.tar\n", "stone.yaml:7: upstream https://example.org/a.tar has no sha256"},
		{"short sha256", whole + "upstreams:\n  - https://example.org/a.tar : abc\n", `stone.yaml:7: upstream https://example.org/a.tar: "abc" is not a sha256`},
		{"unknown scheme", whole + "upstreams:\n  - ftp://example.org/a.tar : " + hash + "\n", "use an http(s) URL"},
		{"self with hash", whole + "upstreams:\n  - self:getconf : " + hash + "\n", "write it without a hash"},
		{"debian without version", whole + "upstreams:\n  - debian:zlib : " + hash + "\n", "write debian:NAME@VERSION"},
		{"other version", whole + "upstreams:\n  - debian:zlib@1.3 : " + hash + "\n", "is not version 1.2.13 of the recipe"},
		{"unpackdir leaves", whole + "upstreams:\n  - debian:zlib@1.2.13 :\n      hash: " + hash + "\n      unpackdir: ../x\n", "name one directory"},
		{"unknown upstream key", whole + "upstreams:\n  - debian:zlib@1.2.13 :\n      hsh: " + hash + "\n", "stone.yaml:8: field hsh not found"},
		{"unknown macro", whole + "build: |\n  %mkae\n", "build: unknown macro %mkae; known are configure, "},
		{"unknown definition", whole + "build: |\n  echo %(colour)\n", "build: unknown definition %(colour)"},
	} {
		t.Run(test.label, func(t *testing.T) {
			_, err := Parse("stone.yaml", []byte(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

func TestTwoRecipesOfOneName(t *testing.T) {
	tree := fstest.MapFS{"a/stone.yaml": {Data: []byte(whole)}, "b/stone.yaml": {Data: []byte(whole)}}
	_, err := Load(tree, "r")
	if err == nil || !strings.Contains(err.Error(), "r/b/stone.yaml: package zlib has a recipe already, r/a/stone.yaml") {
		t.Errorf("got %v", err)
	}
}

func TestJoinKeepsTheRule(t *testing.T) {
	load := func(root, name string) []*Recipe {
		list, err := Load(fstest.MapFS{"x/stone.yaml": {Data: []byte(strings.Replace(whole, "zlib", name, 1))}}, root)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	joined, err := Join(load("r", "zlib"), load("s", "attr"))
	if err != nil || len(joined) != 2 || joined[0].Name != "attr" {
		t.Errorf("got %v, %v; want attr and zlib", joined, err)
	}
	if _, err := Join(load("r", "zlib"), load("s", "zlib")); err == nil || !strings.Contains(err.Error(), "s/x/stone.yaml: package zlib has a recipe already, r/x/stone.yaml") {
		t.Errorf("got %v", err)
	}
}

func TestScriptExpandsMacros(t *testing.T) {
	r, err := Parse("stone.yaml", []byte(whole+"build: |\n  %make V=1\n  echo %(name) %(version) 100%% ${x%%.c}\n"))
	if err != nil {
		t.Fatal(err)
	}
	script, err := r.Script(Place{WorkDir: "/build/zlib", InstallRoot: "/install", Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"echo '==> build'\ncd /build/zlib\nmake -j2 V=1\necho zlib 1.2.13 100% ${x%.c}\n",
		"make install DESTDIR=/install\n", "-ffile-prefix-map=/build/zlib=.",
	} {
		if !strings.Contains(script, want) {
			t.Errorf("the script lacks %q:\n%s", want, script)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte(whole + "upstreams:\n  - self:x\n  - a : {hash: b}\nbuild: '%make %(x) %%'\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := Parse("stone.yaml", text)
		if err == nil && (r.Name == "" || strings.ContainsAny(r.ID(), "/\x00")) {
			t.Errorf("accepted %q", r.ID())
		}
	})
}
