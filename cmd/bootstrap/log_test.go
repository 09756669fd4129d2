package main

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/store"
)

func TestLogAndStatus(t *testing.T) {
	recipes, dir := recipeSet(t, map[string]string{
		"good": "builddeps: [filesystem]\ninstall: |\n  echo this went well\n  echo > %(installroot)/good\n",
		"poor": "builddeps: [good]\ninstall: |\n  echo this did not\n  exit 3\n",
	}), t.TempDir()
	options := tools(t, recipes, dir)
	if _, _, code := bootstrap(t, append([]string{"stage3"}, options...)...); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	where := "--state=" + dir
	for _, test := range []struct{ args, want string }{
		{"good", "this went well"}, {"poor", "this did not"}, {"--failed", "this did not"}, {"-f poor", "this did not"},
	} {
		contains(t, "log "+test.args, must(t, append([]string{"log", where}, strings.Fields(test.args)...)...), "==> install\n"+test.want)
	}
	for args, want := range map[string]string{
		"--failed good": "no log of a failed build in", "other": "no log in", "../good": "is no package's name", "a b": "one log at a time",
	} {
		_, errs, code := bootstrap(t, append([]string{"log", where}, strings.Fields(args)...)...)
		if contains(t, "log "+args, errs, want); code == 0 {
			t.Errorf("log %s: exit 0", args)
		}
	}
	var status store.Status
	if err := json.Unmarshal([]byte(must(t, append([]string{"status", "--json"}, options...)...)), &status); err != nil {
		t.Fatal(err)
	}
	for _, p := range status.Packages {
		if p.Failed != (p.Name == "poor") || p.Built == p.Failed {
			t.Errorf("%+v", p)
		}
		if p.Built && (p.Took <= 0 || p.MaxRSS <= 0 || p.Files == 0) {
			t.Errorf("%s has no costs: %+v", p.Name, p.Cost)
		}
	}
	contains(t, "status", must(t, append([]string{"status"}, options...)...), "MEMORY is the peak", "failed", "3 packages")
}

// TestLogFollows reads a log from before its build ends to the end.
func TestLogFollows(t *testing.T) {
	recipes, dir := recipeSet(t, map[string]string{
		"slow": "builddeps: [filesystem]\ninstall: |\n  for i in 1 2 3 4 5; do echo line $i; sleep 0.8; done\n  echo > %(installroot)/x\n",
	}), t.TempDir()
	run := exec.Command(program(t), append([]string{"stage3"}, tools(t, recipes, dir)...)...)
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	for {
		out, _, code := bootstrap(t, "log", "--state="+dir, "slow")
		if code == 0 && strings.Contains(out, "line 1") {
			if strings.Contains(out, "line 5") {
				t.Fatal("the build was over before the log was read")
			}
			break
		}
	}
	contains(t, "the followed log", must(t, "log", "--follow", "--state="+dir, "slow"), "line 1", "line 5")
	if err := run.Wait(); err != nil {
		t.Error(err)
	}
}
