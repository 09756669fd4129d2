package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
)

// TestProbeAll has a package that fails without libwildebeest, one that does not
// need it any more, and one that never did.
func TestProbeAll(t *testing.T) {
	library := "provides: [pkgconfig(libwildebeest-*)]\nbuilddeps: [filesystem]\ninstall: |\n" +
		"  mkdir -p %(installroot)/usr/lib/pkgconfig\n" +
		"  for m in argp cdefs; do printf 'Name: x\\nDescription: x\\nVersion: 1\\n' > %(installroot)/usr/lib/pkgconfig/libwildebeest-$m.pc; done\n"
	recipes, dir := recipeSet(t, map[string]string{
		"libwildebeest": library,
		"leaning":       "builddeps: [pkgconfig(libwildebeest-argp), filesystem]\ninstall: |\n  [ -n \"$WILDEBEEST_MODULES\" ] || { echo 'x.c:1: error: no argp'; exit 1; }\n  echo > %(installroot)/leaning\n",
		"free":          "builddeps: [pkgconfig(libwildebeest-cdefs), filesystem]\ninstall: |\n  echo > %(installroot)/free\n",
		"never":         "builddeps: [filesystem]\ninstall: |\n  echo > %(installroot)/never\n",
	}), t.TempDir()
	options := tools(t, recipes, dir)
	must(t, append([]string{"stage3"}, options...)...)
	out := must(t, append([]string{"probe", "--all"}, options...)...)
	contains(t, "probe --all", out, "leaning 1 needs libwildebeest: x.c:1: error: no argp", "free 1 builds without libwildebeest", "2 packages probed")
	if strings.Contains(out, "never") {
		t.Errorf("what does not depend on it was probed:\n%s", out)
	}
	again := must(t, append([]string{"probe", "--all"}, options...)...)
	contains(t, "the second time", again, "leaning 1 needs", "free 1 builds without")
	if strings.Contains(again, "building") {
		t.Errorf("what has not changed was built again:\n%s", again)
	}
	contains(t, "with --again", must(t, append([]string{"probe", "--again", "free"}, options...)...), "free 1: building", "1 packages probed")

	report := []string{"report", "--no-default-recipes", "--recipes", recipes, "--state", dir}
	contains(t, "the report", must(t, report...), "2 of 5 packages: leaning", "fails without: x.c:1: error: no argp",
		"it builds without libwildebeest: the dependency can be dropped", "history\n", "leaning 1-1  gained argp (declared)")
	contains(t, "the page", must(t, append(report, "--format", "markdown")...), "| leaning | 1-1 | argp |", "## History")
	var parsed ledger.Report
	if err := json.Unmarshal([]byte(must(t, append(report, "--format", "json")...)), &parsed); err != nil || len(parsed.Dependents) != 2 || len(parsed.History) != 2 {
		t.Errorf("the report's JSON: %v, %+v", err, parsed)
	}
	if _, errs, code := bootstrap(t, append(report, "--format", "pdf")...); code != 2 || !strings.Contains(errs, "known are json, markdown, text") {
		t.Errorf("exit %d, %s", code, errs)
	}
	// Dropped where it can be, the history says so.
	writeRecipe(t, recipes, "free", "builddeps: [filesystem]\ninstall: |\n  echo > %(installroot)/free\n")
	contains(t, "the report after", must(t, append([]string{"stage3"}, options...)...), "1 of 5 packages: leaning", "free 1-1  lost cdefs (declared)")
}

func TestPatchedRecipe(t *testing.T) {
	recipes, dir := recipeSet(t, map[string]string{
		"patched": "patches: [greet.patch]\nbuilddeps: [filesystem]\ninstall: |\n  cat greeting > %(installroot)/greeting\n",
	}), t.TempDir()
	patch := filepath.Join(recipes, "patched/greet.patch")
	write := func(greeting string) {
		text := "--- /dev/null\n+++ b/greeting\n@@ -0,0 +1 @@\n+" + greeting + "\n"
		if err := os.WriteFile(patch, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("hello")
	options := tools(t, recipes, dir)
	contains(t, "the report", must(t, append([]string{"stage3"}, options...)...), "1 of 2 packages fail: their sources are patched\n  patched 1-1: greet.patch")
	write("good day")
	contains(t, "the plan", must(t, append([]string{"plan"}, options...)...), "patch 1 greet.patch changed")
	must(t, append([]string{"stage3"}, options...)...)
	if got, err := os.ReadFile(filepath.Join(dir, "root/greeting")); err != nil || string(got) != "good day\n" {
		t.Errorf("%q, %v", got, err)
	}
}
