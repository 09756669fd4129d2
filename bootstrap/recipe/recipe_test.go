package recipe

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/serpent-os/wildebeest/internal/version"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/recipes"
)

const whole = `name: zlib
version: 1.2.13
release: 1
install: |
  %make_install
`

// patched are the recipes that can't do without; they say why.
var patched = []string{"make"}

func TestOwnRecipesAreValid(t *testing.T) {
	all, err := Load(Dir{Files: recipes.Files, Name: "recipes"})
	if err == nil {
		err = Mistakes(all).Err()
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if len(r.PatchFiles) > 0 && !slices.Contains(patched, r.Name) {
			t.Errorf("%s: what is here is built without patches", r.File)
		}
		if r.Summary == "" || len(r.License) == 0 || r.Homepage == "" {
			t.Errorf("%s: summary, license and homepage are what a user asks first", r.File)
		}
	}
}

func TestMistakesAreNamed(t *testing.T) {
	hash := strings.Repeat("0123456789abcdef", 4)
	for _, test := range []struct{ label, text, want string }{
		{"unknown key", whole + "colour: red\n", "stone.yaml:6: unknown key colour; known are name, "},
		{"a key that is nearly right", whole + "builddep: [a]\n", "stone.yaml:6: unknown key builddep; did you mean builddeps?"},
		{"a key twice", whole + "version: 2\n", "stone.yaml:6: key version is there already, in line 2; remove one"},
		{"a text for a list", whole + "builddeps: make\n", "stone.yaml:6: builddeps: write a list, as `builddeps: [make]`"},
		{"a list for a text", whole + "summary: [a]\n", "stone.yaml:6: summary: write a text, not a list"},
		{"a mapping in a list", whole + "provides:\n  - a: b\n", "stone.yaml:7: provides: an item is a text, not a mapping"},
		{"a word for a number", strings.Replace(whole, "release: 1", "release: one", 1), "stone.yaml:3: release: write a whole number from 1, not \"one\""},
		{"only the word for a number", "name: a\nversion: 1\nrelease: one\n", "stone.yaml: missing install;"},
		{"a list", "- name: zlib\n", "a recipe is lines of `key: value`"},
		{"network", whole + "networking: true\n", "stone.yaml:6: networking: true: a build has no network; name what it fetches, with its sha256, under upstreams"},
		{"machines", whole + "architectures: [x86_64]\n", "stone.yaml:6: architectures: a recipe is built for the machine"},
		{"a source that is no tarball", whole + "upstreams:\n  - git|https://example.org/a.git : abc\n", "stone.yaml:7: upstream git|https://example.org/a.git: sources come as tarballs"},
		{"a renamed tarball", whole + "upstreams:\n  - debian:zlib@1.2.13 :\n      hash: " + hash + "\n      rename: x\n", "stone.yaml:9: rename: x: a tarball keeps its name"},
		{"not YAML", "name: [", "stone.yaml:"},
		{"nothing", "", "stone.yaml: "},
		{"an empty mapping", "{}", "stone.yaml: missing install, name, release, version"},
		{"name with a slash", strings.Replace(whole, "zlib", "../zlib", 1), `name "../zlib"`},
		{"version with a blank", strings.Replace(whole, "1.2.13", "1 2", 1), `version "1 2"`},
		{"no sha256", whole + "upstreams:\n  - https://example.org/a.tar\n", "stone.yaml:7: upstream https://example.org/a.tar has no sha256"},
		{"short sha256", whole + "upstreams:\n  - https://example.org/a.tar : abc\n", `stone.yaml:7: upstream https://example.org/a.tar: "abc" is not a sha256`},
		{"unknown scheme", whole + "upstreams:\n  - ftp://example.org/a.tar : " + hash + "\n", "use an http(s) or file URL"},
		{"self with hash", whole + "upstreams:\n  - self:getconf : " + hash + "\n", "write it without a hash"},
		{"self with version", whole + "upstreams:\n  - self:getconf\n", "stone.yaml:2: version 1.2.13: a package of this project has the project's version; remove the line"},
		{"debian without version", whole + "upstreams:\n  - debian:zlib : " + hash + "\n", "write debian:NAME@VERSION"},
		{"unknown release of musl", whole + "upstreams:\n  - musl:0.9\n", `stone.yaml:7: upstream musl:0.9: no release of musl is called "0.9"`},
		{"no release of musl", whole + "upstreams:\n  - 'musl:'\n", "stone.yaml:7: upstream musl: write musl:VERSION"},
		{"release of musl without source", whole + "upstreams:\n  - musl:1.1.24\n", "stone.yaml:7: upstream musl:1.1.24: musl/releases.tsv has no sha256"},
		{"other release of musl", whole + "upstreams:\n  - musl:1.2.3\n", "is not version 1.2.13 of the recipe"},
		{"other version", whole + "upstreams:\n  - debian:zlib@1.3 : " + hash + "\n", "is not version 1.2.13 of the recipe"},
		{"unpackdir leaves", whole + "upstreams:\n  - debian:zlib@1.2.13 :\n      hash: " + hash + "\n      unpackdir: ../x\n", "name one directory"},
		{"unknown upstream key", whole + "upstreams:\n  - debian:zlib@1.2.13 :\n      hsh: " + hash + "\n", "stone.yaml:8: unknown key hsh; did you mean hash?"},
		{"unknown macro", whole + "build: |\n  %mkae\n", "stone.yaml:7: build: unknown macro %mkae; known are autoreconf, cmake, "},
		{"macro in a later line", whole + "build: |\n  a\n\n  b %%\n  c %mkae\n", "stone.yaml:10: build: unknown macro %mkae"},
		{"macro in a plain value", whole + "build: '%mkae'\n", "stone.yaml:6: build: unknown macro %mkae"},
		{"version of a URL", whole + "upstreams:\n  - https://example.org/zlib-1.2.12.tar.gz : " + hash + "\n", "stone.yaml:7: upstream https://example.org/zlib-1.2.12.tar.gz is not version 1.2.13 of the recipe"},
		{"several", whole + "colour: red\nupstreams:\n  - ftp://x/ : abc\n", "2 mistakes in the recipes\nstone.yaml:6: unknown key colour"},
		{"unknown definition", whole + "build: |\n  echo %(colour)\n", "stone.yaml:7: build: unknown definition %(colour)"},
	} {
		t.Run(test.label, func(t *testing.T) {
			_, err := Parse("stone.yaml", []byte(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

func TestKeysOfOtherToolsThatAgree(t *testing.T) {
	r, err := Parse("stone.yaml", []byte(whole+"networking: no\nstrip: false\nlastrip: yes\ntoolchain: llvm\ncheckdeps: [bash]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if deps := r.Dependencies(); len(deps) != 1 || deps[0].Wanted != "bash" || deps[0].Line != 10 {
		t.Errorf("checkdeps: %v", deps)
	}
}

// TestKeysAreThoseOfTheType compares what the format says of itself with what is
// read.
func TestKeysAreThoseOfTheType(t *testing.T) {
	var want, got []string
	for field := range reflect.TypeFor[Recipe]().Fields() {
		if key := field.Tag.Get("yaml"); key != "" && key != "-" {
			want = append(want, key)
		}
	}
	for _, key := range Keys() {
		got = append(got, key.Name)
		if key.Text == "" {
			t.Errorf("%s has no text", key.Name)
		}
		if _, foreign := foreignKeys[key.Name]; foreign {
			t.Errorf("%s is one of our own keys", key.Name)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("keys %v, want %v", got, want)
	}
}

func TestLaterDirectoriesReplace(t *testing.T) {
	below := fstest.MapFS{"zlib/stone.yaml": {Data: []byte(whole)}, "b/stone.yaml": {Data: []byte(strings.Replace(whole, "zlib", "b", 1))}}
	above := fstest.MapFS{"zlib/stone.yaml": {Data: []byte(strings.Replace(whole, "1.2.13", "1.3", 1))}, "bad/stone.yaml": {Data: []byte("name: [")}}
	all, err := Load(Dir{Files: below, Name: "below"}, Dir{Files: above, Name: "above"})
	if err != nil || len(all) != 3 {
		t.Fatalf("%v, %v", all, err)
	}
	if all[1].Name != "bad" || len(all[1].Mistakes) != 1 || len(all[0].Mistakes) != 0 {
		t.Errorf("%+v", all[1])
	}
	if z := all[2]; z.Version != "1.3" || z.Replaces != "below/zlib/stone.yaml" || z.File != "above/zlib/stone.yaml" {
		t.Errorf("%s of %s replaces %q", z.Version, z.File, z.Replaces)
	}
}

func TestOwnPackagesHaveTheProjectsVersion(t *testing.T) {
	all, err := Load(Dir{Files: recipes.Files, Name: "recipes"})
	if err != nil {
		t.Fatal(err)
	}
	var own []string
	for _, r := range all {
		if !r.own() {
			continue
		}
		own = append(own, r.Name)
		if r.Version != version.String() {
			t.Errorf("%s has version %s, want %s", r.File, r.Version, version.String())
		}
	}
	if want := []string{"getconf", "getent", "libwildebeest"}; !slices.Equal(own, want) {
		t.Errorf("the project's own packages are %v, want %v", own, want)
	}
}

func TestTwoRecipesOfOneName(t *testing.T) {
	tree := fstest.MapFS{"a/stone.yaml": {Data: []byte(whole)}, "b/stone.yaml": {Data: []byte(whole)}}
	all, err := Load(Dir{Files: tree, Name: "r"})
	if err != nil {
		t.Fatal(err)
	}
	if err := Mistakes(all).Err(); err == nil || !strings.Contains(err.Error(), "r/b/stone.yaml:1: package zlib has a recipe already, r/a/stone.yaml") {
		t.Errorf("got %v", err)
	}
}

func TestVersionsInNames(t *testing.T) {
	for _, test := range []struct {
		url, version string
		want         bool
	}{
		{"https://x.org/libcap-2.66.tar.xz", "2.66", true},
		{"https://x.org/archive/refs/tags/v252.39.tar.gz", "252.39", true},
		{"https://x.org/Linux-PAM-1.5.2.tar.xz", "1.5.2", true},
		{"https://x.org/e2fsprogs2-1.47.0.tgz", "1.47.0", true},
		{"https://x.org/R_2_5_0/expat_2_5_0.tar.gz", "2.5.0", true},
		{"https://x.org/less-590.tar.gz", "590", true},
		{"https://x.org/less-591.tar.gz", "590", false},
		{"https://x.org/libcap-2.66.tar.xz", "2.67", false},
		{"https://x.org/libcap-2.66.1.tar.xz", "2.66", false},
		{"https://x.org/libcap-12.66.tar.xz", "2.66", false},
		{"https://x.org/libcap-1.2.66.tar.xz", "2.66", false},
		{"https://x.org/latest.tar.gz", "2.66", true},
		{"https://x.org/sqlite-autoconf-3400100.tar.gz", "3.40.1", true},
		{"https://x.org/1.2/snapshot.zip", "1.2", true},
	} {
		if got := (Upstream{Location: test.url}).hasVersion(test.version); got != test.want {
			t.Errorf("%s of version %s: %v", test.url, test.version, got)
		}
	}
}

func TestPatches(t *testing.T) {
	text := whole + "patches:\n  - fix.patch\n"
	tree := fstest.MapFS{"zlib/stone.yaml": {Data: []byte(text)}}
	poor, err := Load(Dir{Files: tree, Name: "r"})
	if err != nil {
		t.Fatal(err)
	}
	if err := Mistakes(poor).Err(); err == nil || !strings.Contains(err.Error(), "r/zlib/stone.yaml:7: patch fix.patch: ") {
		t.Errorf("a patch that is not there: %v", err)
	}
	tree["zlib/fix.patch"] = &fstest.MapFile{Data: []byte("--- a\n")}
	all, err := Load(Dir{Files: tree, Name: "r"})
	if err != nil || len(all[0].Patches) != 1 || string(all[0].Patches[0].Text) != "--- a\n" {
		t.Fatalf("%+v, %v", all, err)
	}
	script, err := all[0].Script(Context{WorkDir: "/build/zlib", PatchDir: "/build/.patches", InstallRoot: "/install", Jobs: 2})
	if want := "set -e\necho '==> patch fix.patch'\ncd /build/zlib\npatch -p1 < /build/.patches/fix.patch\n"; err != nil || !strings.HasPrefix(script.Text, want) {
		t.Errorf("%v\n%s", err, script.Text)
	}
	if _, err := Parse("stone.yaml", []byte(whole+"patches: [../fix.patch]\n")); err == nil || !strings.Contains(err.Error(), `stone.yaml:6: patch "../fix.patch": name a file beside the recipe`) {
		t.Errorf("a patch elsewhere: %v", err)
	}
}

func TestScriptExpandsMacros(t *testing.T) {
	r, err := Parse("stone.yaml", []byte(whole+"build: |\n  %make V=1\n  echo %(name) %(version) 100%% ${x%%.c}\n  echo %(machine) %(triple) %(loader)\n"))
	if err != nil {
		t.Fatal(err)
	}
	host, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	script, err := r.Script(Context{WorkDir: "/build/zlib", InstallRoot: "/install", Jobs: 2, MakeFlags: " -j2 --jobserver-auth=98,99"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"echo '==> build'\ncd /build/zlib\nexport MAKEFLAGS=' -j2 --jobserver-auth=98,99'\nmake V=1\necho zlib 1.2.13 100% ${x%.c}\n" +
			"echo " + host.Name + " " + host.Triple + " " + host.Loader + "\n",
		"unset MAKEFLAGS\nmake install DESTDIR=/install\n", "-ffile-prefix-map=/build/zlib=.",
	} {
		if !strings.Contains(script.Text, want) {
			t.Errorf("the script lacks %q:\n%s", want, script.Text)
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
