package recipe

import (
	"slices"
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

// patched are the recipes that can't do without; they say why.
var patched = []string{"make"}

func TestOwnRecipesAreValid(t *testing.T) {
	all, err := Load(Dir{recipes.Files, "recipes"})
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
		{"unknown macro", whole + "build: |\n  %mkae\n", "stone.yaml:7: build: unknown macro %mkae; known are configure, "},
		{"macro in a later line", whole + "build: |\n  a\n\n  b %%\n  c %mkae\n", "stone.yaml:10: build: unknown macro %mkae"},
		{"macro in a plain value", whole + "build: '%mkae'\n", "stone.yaml:6: build: unknown macro %mkae"},
		{"version of a URL", whole + "upstreams:\n  - https://example.org/zlib-1.2.12.tar.gz : " + hash + "\n", "stone.yaml:7: upstream https://example.org/zlib-1.2.12.tar.gz is not version 1.2.13 of the recipe"},
		{"several", whole + "colour: red\nupstreams:\n  - ftp://x/ : abc\n", "stone.yaml:6: field colour not found in type recipe.Recipe\nstone.yaml:8: upstream ftp://x/: "},
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

func TestTwoRecipesOfOneName(t *testing.T) {
	tree := fstest.MapFS{"a/stone.yaml": {Data: []byte(whole)}, "b/stone.yaml": {Data: []byte(whole)}}
	_, err := Load(Dir{tree, "r"})
	if err == nil || !strings.Contains(err.Error(), "r/b/stone.yaml:1: package zlib has a recipe already, r/a/stone.yaml") {
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

func TestMistakesOfASet(t *testing.T) {
	file := func(name, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("name: " + name + "\nversion: 1\nrelease: 1\ninstall: x\n" + more)}
	}
	_, err := Load(Dir{fstest.MapFS{
		"a/stone.yaml": file("a", "builddeps:\n  - b\n  - nothing\n  - pkgconfig(libwildebeest-nomodule)\n  - pkgconfig(libwildebeest-stack)\n"),
		"b/stone.yaml": file("b", "rundeps: [pkgconfig(c)]\n"),
		"c/stone.yaml": file("c", "provides: [pkgconfig(c)]\nbuilddeps:\n  - a\n"),
		"l/stone.yaml": file("libwildebeest", "provides: [pkgconfig(libwildebeest-*)]\nbuilddeps: [libwildebeest]\n"),
	}, "r"})
	want := `r/a/stone.yaml:7: nothing provides nothing; add a recipe for it, or correct the name
r/a/stone.yaml:8: libwildebeest has no module nomodule; ` + "`wildebeest list`" + ` names them
r/a/stone.yaml:9: module stack of libwildebeest is now called threadstack; write pkgconfig(libwildebeest-threadstack)
r/c/stone.yaml:7: dependency cycle: a → b → c → a
r/l/stone.yaml:6: dependency cycle: libwildebeest → libwildebeest`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestPatches(t *testing.T) {
	text := whole + "patches:\n  - fix.patch\n"
	tree := fstest.MapFS{"zlib/stone.yaml": {Data: []byte(text)}}
	if _, err := Load(Dir{tree, "r"}); err == nil || !strings.Contains(err.Error(), "r/zlib/stone.yaml:7: patch fix.patch: ") {
		t.Errorf("a patch that is not there: %v", err)
	}
	tree["zlib/fix.patch"] = &fstest.MapFile{Data: []byte("--- a\n")}
	all, err := Load(Dir{tree, "r"})
	if err != nil || len(all[0].Patches) != 1 || string(all[0].Patches[0].Text) != "--- a\n" {
		t.Fatalf("%+v, %v", all, err)
	}
	script, err := all[0].Script(Place{WorkDir: "/build/zlib", PatchDir: "/build/.patches", InstallRoot: "/install", Jobs: 2})
	if want := "set -e\necho '==> patch fix.patch'\ncd /build/zlib\npatch -p1 < /build/.patches/fix.patch\n"; err != nil || !strings.HasPrefix(script, want) {
		t.Errorf("%v\n%s", err, script)
	}
	if _, err := Parse("stone.yaml", []byte(whole+"patches: [../fix.patch]\n")); err == nil || !strings.Contains(err.Error(), `stone.yaml:6: patch "../fix.patch": name a file beside the recipe`) {
		t.Errorf("a patch elsewhere: %v", err)
	}
}

func TestScriptExpandsMacros(t *testing.T) {
	r, err := Parse("stone.yaml", []byte(whole+"build: |\n  %make V=1\n  echo %(name) %(version) 100%% ${x%%.c}\n"))
	if err != nil {
		t.Fatal(err)
	}
	script, err := r.Script(Place{WorkDir: "/build/zlib", InstallRoot: "/install", Jobs: 2, MakeFlags: " -j2 --jobserver-auth=98,99"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"echo '==> build'\ncd /build/zlib\nexport MAKEFLAGS=' -j2 --jobserver-auth=98,99'\nmake V=1\necho zlib 1.2.13 100% ${x%.c}\n",
		"unset MAKEFLAGS\nmake install DESTDIR=/install\n", "-ffile-prefix-map=/build/zlib=.",
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
