package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/trial"
	"github.com/serpent-os/wildebeest/headers"
)

// writeTree writes a package of one C file and a makefile, whose only command is given.
func writeTree(t *testing.T, name, source, command string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for file, text := range map[string]string{
		"hello.c":  source,
		"Makefile": "all:\n\t" + command + "\ninstall:\n\ttouch $(DESTDIR)/hello\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// modules is a shell command that fails where a module is not declared.
func modules(names ...string) string {
	var tests []string
	for _, name := range names {
		tests = append(tests, `case " $$WILDEBEEST_MODULES " in *" libwildebeest-`+name+` "* | *" libwildebeest "*) ;; *) echo "hello.c:4: error: no `+name+`"; exit 1 ;; esac`)
	}
	return "@" + strings.Join(tests, "; ")
}

// trialSet are recipes of what a draft needs: their packages are empty, but for the
// modules' .pc files.
func trialSet(t *testing.T) (recipes, dir string) {
	t.Helper()
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	pcs := "libwildebeest"
	for _, m := range all {
		pcs += " libwildebeest-" + m.Name
	}
	module := "for m in " + pcs + "; do printf 'Name: x\\nDescription: x\\nVersion: 1\\n' > %(installroot)/usr/lib/pkgconfig/$m.pc; done\n"
	recipes, dir = recipeSet(t, map[string]string{
		"compiler-rt":   "builddeps: [filesystem]\nrundeps: [musl, filesystem]\ninstall: |\n  touch %(installroot)/rt\n",
		"musl":          "builddeps: [filesystem]\ninstall: |\n  touch %(installroot)/musl\n",
		"libwildebeest": "provides: [pkgconfig(libwildebeest-*), pkgconfig(libwildebeest)]\nbuilddeps: [filesystem]\ninstall: |\n  mkdir -p %(installroot)/usr/lib/pkgconfig\n  " + module,
	}), t.TempDir()
	musl := filepath.Join(recipes, "musl/stone.yaml")
	text, err := os.ReadFile(musl)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(musl, []byte(strings.Replace(string(text), `version: "1"`, `version: "1.2.3"`, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	return recipes, dir
}

// TestTry has packages of each kind: the makefile stands for the compiler, so that what
// they need is known.
func TestTry(t *testing.T) {
	recipes, dir := trialSet(t)
	const gnu = "#define _GNU_SOURCE\n#include <argp.h>\n#include <fts.h>\n#include <string.h>\nint main(int n, char **v) { argp_parse(0, n, v, 0, 0, 0); fts_open(v, 0, 0); return 0; }\n"
	options := append([]string{"try", "--json"}, tools(t, recipes, dir)...)
	out, errs, code := bootstrap(t, append(options,
		writeTree(t, "alone-1.0", "int main(void) { return 0; }\n", "@true"),
		writeTree(t, "less-1.0", gnu, modules("argp")),
		writeTree(t, "both-1.0", gnu, modules("argp", "fts")),
		writeTree(t, "unseen-1.0", "int main(void) { return 0; }\n", modules("obstack")),
		writeTree(t, "mended-1.0", "#include <sys/param.h>\nint main(void) { return SIGTERM; }\n", "@grep -q 'include <signal.h>' hello.c || { echo 'hello.c:2: error: SIGTERM'; exit 1; }"),
		writeTree(t, "never-1.0", "int main(void) { return 0; }\n", "@echo 'hello.c:1: error: no'; exit 1"),
		filepath.Join(t.TempDir(), "nothing.tar"),
	)...)
	if contains(t, "what was not tried", errs, "nothing.tar: there is no such file", "1 of 7 sources were not tried"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	got := parsed(t, out)
	for name, want := range map[string]struct {
		outcome, needs, cause string
	}{
		"alone":  {trial.Alone, "", ""},
		"less":   {trial.WithModules, "libwildebeest's argp", ""},
		"both":   {trial.WithModules, "libwildebeest's argp, fts", ""},
		"unseen": {trial.WithModules, "libwildebeest's obstack", ""},
		"mended": {trial.Mended, "its own sources and a mechanical patch", ""},
		"never":  {trial.Fails, "", trial.Compile},
	} {
		r := got[name]
		needs := ""
		if r.Needs != nil {
			needs = r.Needs.String()
		}
		if r.Outcome != want.outcome || needs != want.needs || r.Cause != want.cause {
			t.Errorf("%s: %q, %q, %q; want %+v", name, r.Outcome, needs, r.Cause, want)
		}
	}
	if said := got["less"].Said.Build; strings.Join(said, " ") != "argp fts" {
		t.Errorf("the scan says %q, want argp fts", said)
	}
	draft, err := os.ReadFile(filepath.Join(dir, "trials/both/stone.yaml"))
	contains(t, "the draft", string(draft), "  - pkgconfig(libwildebeest-argp)\n  - pkgconfig(libwildebeest-fts)\n")
	if _, patch := os.Stat(filepath.Join(dir, "trials/mended/portable.patch")); err != nil || patch != nil {
		t.Errorf("%v, %v", err, patch)
	}
}

// TestTryInstall has makefiles that can't install as the draft does it: one compiles, one
// does nothing.
func TestTryInstall(t *testing.T) {
	recipes, dir := trialSet(t)
	options := append([]string{"try", "--json"}, tools(t, recipes, dir)...)
	source := "int main(void) { return 0; }\n"
	compiles, nothing := writeTree(t, "compiles-1.0", source, "@echo cc -o hello hello.c"), writeTree(t, "nothing-1.0", source, "@echo make what")
	for _, tree := range []string{compiles, nothing} {
		appendTo(t, filepath.Join(tree, "Makefile"), "install: missing\n")
	}
	out, _, _ := bootstrap(t, append(options, compiles, nothing)...)
	got := parsed(t, out)
	if r := got["compiles"]; r.Outcome != trial.Alone || !strings.Contains(r.Install, "missing") {
		t.Errorf("compiles: %+v", r)
	}
	if r := got["nothing"]; r.Outcome != trial.Fails {
		t.Errorf("nothing: %+v", r)
	}
}

// TestTryCheck runs the tests of packages: some pass, some fail, and some are not there.
func TestTryCheck(t *testing.T) {
	recipes, dir := trialSet(t)
	options := append([]string{"try", "--check"}, tools(t, recipes, dir)...)
	source := "int main(void) { return 0; }\n"
	passes, fails, none := writeTree(t, "passes-1.0", source, "@true"), writeTree(t, "fails-1.0", source, "@true"), writeTree(t, "none-1.0", source, "@true")
	appendTo(t, filepath.Join(passes, "Makefile"), "check:\n\t@true\n")
	appendTo(t, filepath.Join(fails, "Makefile"), "test:\n\t@echo 'FAIL: one of two'; false\n")
	out, _, code := bootstrap(t, append(options, passes, fails, none)...)
	contains(t, "the results", out, "passes 1.0 builds on musl as it is; its tests pass\n", "fails 1.0 builds on musl as it is; its tests fail: ", "none 1.0 builds on musl as it is\n")
	if code != 0 {
		t.Errorf("exit %d", code)
	}
}

// parsed are the results that try wrote, by package.
func parsed(t *testing.T, out string) map[string]trial.Result {
	t.Helper()
	got := map[string]trial.Result{}
	for line := range strings.Lines(out) {
		var r trial.Result
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		got[r.Name] = r
	}
	return got
}

func appendTo(t *testing.T, file, text string) {
	t.Helper()
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(before, text...), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestNew drafts a recipe twice: the second time it is there already.
func TestNew(t *testing.T) {
	tree := writeTree(t, "hello-1.0", "int main(void) { return 0; }\n", "true")
	options := []string{"new", "--state", t.TempDir(), "--output", t.TempDir(), tree}
	out := must(t, options...)
	contains(t, "new", out, "hello/stone.yaml: hello 1.0, by make\n")
	_, errs, code := bootstrap(t, options...)
	if contains(t, "the second time", errs, "hello/stone.yaml: the recipe is there already; edit it"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	file, _, _ := strings.Cut(out, ": ")
	contains(t, "lint", func() string { out, _, _ := bootstrap(t, "lint", filepath.Dir(file)); return out }(), "no other machine has this file")
}
