package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// recipeSet writes recipes by name; each value is what follows name, version and
// release. All need the filesystem.
func recipeSet(t testing.TB, set map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	writeRecipe(t, dir, "filesystem", "install: |\n  cd %(installroot)\n  mkdir -p usr/bin etc proc dev tmp serpent\n  ln -s usr/bin bin\n")
	for name, text := range set {
		writeRecipe(t, dir, name, text)
	}
	return dir
}

// TestBuildsTogether has two packages that do not need each other: with two cores
// the second begins before the first has ended, with one core after.
func TestBuildsTogether(t *testing.T) {
	body := "builddeps: [filesystem]\ninstall: |\n  sleep 0.5\n  echo > %(installroot)/NAME\n"
	recipes := recipeSet(t, map[string]string{"left": strings.ReplaceAll(body, "NAME", "l"), "right": strings.ReplaceAll(body, "NAME", "r")})
	begins, ends := regexp.MustCompile(`(left|right) 1: new`), regexp.MustCompile(`\] (left|right) 1 built`)
	for jobs, want := range map[string]bool{"1": false, "2": true} {
		out := must(t, append([]string{"stage3", "--jobs", jobs}, tools(t, recipes, t.TempDir())...)...)
		if begun := begins.FindAllStringIndex(out, -1); begun[1][0] < ends.FindStringIndex(out)[0] != want {
			t.Errorf("--jobs %s: built together is not %v:\n%s", jobs, want, out)
		}
	}
}

// TestMakesShareTheCores has one make that may run two jobs at once, with no -j
// of its own: it takes them from the driver.
func TestMakesShareTheCores(t *testing.T) {
	recipes := recipeSet(t, map[string]string{"made": `builddeps: [filesystem]
build: |
  cat > wait <<WAIT
  [ %(jobs) = 1 ] && exit
  # Each waits for the other, half a minute at most.
  for i in {1..300}; do [ -e a.begun -a -e b.begun ] && exit; sleep 0.1; done
  WAIT
  printf 'all: a b\na b:\n\t@echo begin; touch $@.begun; bash wait; echo end\n' > Makefile
  make
install: |
  make -n all
  mkdir %(installroot)/made
`})
	dir := t.TempDir()
	for jobs, want := range map[string]string{"1": "begin\nend\nbegin\nend\n", "2": "begin\nbegin\nend\nend\n"} {
		if err := os.RemoveAll(filepath.Join(dir, "store")); err != nil {
			t.Fatal(err)
		}
		must(t, append([]string{"stage3", "--jobs", jobs}, tools(t, recipes, dir)...)...)
		logs, _ := filepath.Glob(filepath.Join(dir, "logs", "made", "*.log"))
		if len(logs) != 1 {
			t.Fatalf("logs: %v", logs)
		}
		log, err := os.ReadFile(logs[0])
		if err != nil {
			t.Fatal(err)
		}
		contains(t, "the log with --jobs "+jobs, string(log), want)
		if strings.Contains(string(log), "warning") {
			t.Errorf("make is not pleased:\n%s", log)
		}
	}
}

// TestKeepGoing has two packages that fail, one that needs a failed one and one
// that does not.
func TestKeepGoing(t *testing.T) {
	recipes := recipeSet(t, map[string]string{
		"bad-1":  "builddeps: [filesystem]\ninstall: |\n  echo first reason\n  exit 3\n",
		"bad-2":  "builddeps: [filesystem]\ninstall: |\n  echo second reason\n  exit 4\n",
		"good":   "builddeps: [filesystem]\ninstall: |\n  sleep 0.3\n  echo > %(installroot)/good\n",
		"needs":  "builddeps: [bad-1]\ninstall: |\n  echo > %(installroot)/needs\n",
		"needs2": "builddeps: [good]\ninstall: |\n  echo > %(installroot)/needs2\n",
	})
	dir := t.TempDir()
	args := append([]string{"stage3", "--jobs", "1"}, tools(t, recipes, dir)...)
	_, errs, code := bootstrap(t, append(args, "--keep-going")...)
	if code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	contains(t, "the message", errs, "2 packages failed", "bad-1 1: the build ended with status 3", "first reason",
		"bad-2 1: the build ended with status 4", "second reason", "not begun (1): needs\n")
	if _, err := os.Stat(filepath.Join(dir, "root")); err == nil {
		t.Error("a root was made of half of the packages")
	}
	plan := must(t, append([]string{"plan"}, tools(t, recipes, dir)...)...)
	contains(t, "the plan", plan, "bad-1 ", "bad-2 ", "needs ", "3 of 6 packages to build")
	if strings.Contains(plan, "good") {
		t.Errorf("good was not built:\n%s", plan)
	}
	_, errs, code = bootstrap(t, args...)
	if contains(t, "without --keep-going", errs, "not begun ("); code != 1 || strings.Contains(errs, "packages failed") {
		t.Errorf("exit %d, want 1 after the first failure:\n%s", code, errs)
	}
}

func TestPlanSaysWhy(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	options := tools(t, recipes, dir)
	contains(t, "the first plan", must(t, append([]string{"plan"}, options...)...), "3 of 3 packages", "new")
	contains(t, "a plan of one package", must(t, append([]string{"plan", "first"}, options...)...), "2 of 2 packages")
	must(t, append([]string{"stage3"}, options...)...)
	contains(t, "the plan after", must(t, append([]string{"plan"}, options...)...), "nothing to build: 3 packages are in the store")
	writeRecipe(t, recipes, "first", "builddeps: [filesystem]\ninstall: |\n  echo > %(installroot)/first\n")
	contains(t, "the plan after an edit", must(t, append([]string{"plan"}, options...)...),
		"the recipe changed\n", "dependency first changed\n", "2 of 3 packages to build")
	contains(t, "its JSON", must(t, append([]string{"plan", "--json"}, options...)...), `"name": "first"`, `"the recipe changed"`)
}
