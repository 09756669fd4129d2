package documents

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/version"
)

// A template describes the project's package to a distribution's tool. The tools that
// look for mistakes in them, apkbuild-lint and xlint, are in none of the archives that
// tests may use: their published rules are in apkRules and voidRules.
type template struct {
	file, version string
	rules         []templateRule
	needs         []string // variables, in the order that they have to stand in
	// install is a program of bash that installs below $root with the template "$1".
	install string
}

var templates = []template{
	{"contrib/alpine/APKBUILD", "pkgver=", apkRules,
		[]string{"pkgname", "pkgver", "pkgrel", "pkgdesc", "url", "arch", "license", "makedepends", "subpackages", "source", "options", "sha512sums"},
		`set -eu; pkgdir=$root; . "$1"; package`},
	{"contrib/void/wildebeest/template", "version=", voidRules,
		[]string{"pkgname", "version", "revision", "build_style", "make_build_target", "hostmakedepends", "short_desc", "maintainer", "license", "homepage", "changelog", "distfiles", "checksum"},
		`set -eu; DESTDIR=$root
vmkdir() { mkdir -p "$DESTDIR/$1"; }
vlicense() { install -Dm644 "$1" "$DESTDIR/usr/share/licenses/wildebeest/LICENSE"; }
. "$1"; do_install`},
}

// A templateRule forbids what matches; sample is an example of it.
type templateRule struct{ name, wrong, sample string }

// everyTemplate are the rules of both tools.
var everyTemplate = []templateRule{
	{"trailing white space", `[ \t]+\n`, "arch=all \n"},
	{"indented with blanks", `\n +[a-z]`, "\n  make\n"},
	{"backticks", "(?m)^[^#\n]*`", "a=`b`\n"},
	{"the keyword function", `\nfunction `, "\nfunction build {\n"},
	{"blanks at a function's parentheses", `(?m)^[a-z_]+( +\(\)|\(\)\{)`, "build () {"},
	{"an empty variable", `(?m)^[a-z_]+=("")?$`, `depends=""`},
	{"a quoted name", `(?m)^pkgname=["']`, `pkgname="a"`},
	{"a quoted number", `(?m)^(pkgver|pkgrel|version|revision)=["']`, `pkgrel="0"`},
	{"capitals in the name", `(?m)^pkgname=.*[A-Z]`, `pkgname=Wildebeest`},
	{"a description that ends in a full stop", `(?m)^(pkgdesc|short_desc)=".*\."`, `pkgdesc="Finds."`},
	{"a description that begins with an article", `(?m)^(pkgdesc|short_desc)="(?i:an?|the) `, `short_desc="A tool"`},
	{"a description in lower case", `(?m)^(pkgdesc|short_desc)="[a-z]`, `short_desc="find"`},
	{"a plain http", `(?m)^(url|homepage|source|distfiles|changelog)=.*http:`, `url="http://a"`},
	{"a line beyond a patch's width", `(?m)^[^0\n]{160}`, strings.Repeat("a", 161)},
}

// apkRules are those of Alpine's APKBUILD reference and of the manual of apkbuild-lint.
var apkRules = append([]templateRule{
	{"the default builddir", `(?m)^builddir="\$srcdir/\$pkgname-\$pkgver"`, `builddir="$srcdir/$pkgname-$pkgver"`},
	{"cd to builddir, where functions start", `(?m)^\tcd "?\$builddir`, "\tcd \"$builddir\"\n"},
	{"return 1, which set -e does", `return 1`, "make || return 1"},
	{"pkgname in the source's URL", `(?m)^source=.*://.*\$\{?pkgname`, `source="https://a/$pkgname.tar.gz"`},
	{"pkgrel in pkgver", `(?m)^pkgver=.*-r[0-9]`, `pkgver=1-r0`},
	{"an own variable without an underscore", `(?m)^(commit|branch|realname|ver)=`, `commit=abc`},
	{"two underscores", `(?m)^__`, `__a=b`},
	{"braces that nothing needs", `\$\{[a-z_]+\}([^A-Za-z0-9_]|$)`, `"${pkgver}"`},
	{"flags that are overwritten", `(?m)(CFLAGS|LDFLAGS|GOFLAGS)="[^$]`, `export CFLAGS="-O2"`},
	{"an architecture that Alpine has not", `(?m)^arch=".*(amd64|arm64|i686)`, `arch="amd64"`},
	{"a licence that is none of SPDX", `(?m)^license="(BSD|GPL|custom)"`, `license="GPL"`},
	{"an unknown option", `(?m)^options="[^"]*\b(nocheck|nonet)\b`, `options="nocheck"`},
	{"a maintainer without an address", `(?m)^# Maintainer: [^<\n]*\n`, "# Maintainer: us\n"},
	{"spaces for the parts of subpackages", `(?m)^subpackages="[^"\n]{80}`, `subpackages="` + strings.Repeat("a", 80)},
}, everyTemplate...)

// voidRules are those of the manual of void-packages.
var voidRules = append([]templateRule{
	{"a first line that names no template", `\A[^#]|\A#[^\n]*[^'\n]\n`, "pkgname=a\n"},
	{"a description of more than 72 characters", `(?m)^short_desc="[^"]{73}`, `short_desc="` + strings.Repeat("a", 73) + `"`},
	{"a description that names the package", `(?m)^short_desc="(?i:wildebeest)`, `short_desc="Wildebeest finds"`},
	{"a checksum that is none", `(?m)^checksum=(.{0,63}|.*[^0-9a-f\n].*)$`, `checksum=SKIP`},
	{"a maintainer without an address", `(?m)^maintainer="[^<"]*"`, `maintainer="us"`},
	{"an absolute path for vmkdir and its like", `(?m)^\tv[a-z]+ /`, "\tvmkdir /usr\n"},
	{"a dash in a version", `(?m)^version=.*-`, `version=1-2`},
	{"a revision of zero", `(?m)^revision=0`, `revision=0`},
	{"noarch as a variable", `(?m)^noarch=`, `noarch=yes`},
	{"wrksrc, which the first directory is", `(?m)^wrksrc=`, `wrksrc=a`},
}, everyTemplate...)

// TestTemplates holds the templates against the project's version, the published rules
// of the distributions' tools, and shellcheck.
func TestTemplates(t *testing.T) {
	for _, each := range templates {
		text := read(t, each.file)
		if want := "\n" + each.version + version.String() + "\n"; !strings.Contains(text, want) {
			t.Errorf("%s lacks %q", each.file, want)
		}
		for _, rule := range each.rules {
			wrong := regexp.MustCompile(rule.wrong)
			if !wrong.MatchString(rule.sample) {
				t.Errorf("the rule against %s lets %q pass", rule.name, rule.sample)
			}
			if found := wrong.FindString(text); found != "" {
				t.Errorf("%s has %s: %q", each.file, rule.name, found)
			}
		}
		at := -1
		for _, name := range each.needs {
			place := strings.Index("\n"+text, "\n"+name+"=")
			if place <= at {
				t.Errorf("%s lacks %s, or has it too early", each.file, name)
			}
			at = max(at, place)
		}
		// What the distribution's tool reads, or sets, shellcheck does not see.
		if out, err := exec.Command("shellcheck", "-s", "bash", "-e", "SC2034,SC2154", filepath.Join("../..", each.file)).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", each.file, err, out)
		}
	}
}

// TestTemplatesInstall runs what the templates say of installing.
func TestTemplatesInstall(t *testing.T) {
	for _, each := range templates {
		root := t.TempDir()
		file, err := filepath.Abs(filepath.Join("../..", each.file))
		if err != nil {
			t.Fatal(err)
		}
		command := exec.Command("bash", "-c", each.install, "bash", file)
		command.Dir, command.Env = "../..", append(os.Environ(), "root="+root, "GOFLAGS=-trimpath")
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", each.file, err, out)
		}
		var programs []string
		for _, dir := range []string{"usr/bin", "usr/libexec/wildebeest"} {
			entries, err := os.ReadDir(filepath.Join(root, dir))
			if err != nil {
				t.Fatal(err)
			}
			for _, entry := range entries {
				programs = append(programs, dir+"/"+entry.Name())
			}
		}
		want := []string{"usr/bin/bootstrap", "usr/bin/nscd", "usr/bin/wildebeest", "usr/libexec/wildebeest/getconf", "usr/libexec/wildebeest/getent"}
		if !slices.Equal(programs, want) {
			t.Errorf("%s installs %q, want %q", each.file, programs, want)
		}
		for _, page := range []string{"getconf.1", "getent.1"} {
			if _, err := os.Stat(filepath.Join(root, "usr/share/man/man1", page)); err == nil {
				t.Errorf("%s installs %s, which another package has", each.file, page)
			}
		}
	}
}
