package recipe

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// runScript runs the script of a recipe with these further lines in bash.
func runScript(t *testing.T, sections string) (script Script, output string, failure *Failure) {
	t.Helper()
	text := "name: x\nversion: 1\nrelease: 1\n" + sections
	r, err := Parse("x/stone.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "failed")
	script, err = r.Script(Context{WorkDir: dir, InstallRoot: dir, Jobs: 1, Prelude: "true\n", FailureFile: file})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "script")
	if err := os.WriteFile(path, []byte(script.Text), 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("bash", path)
	command.Dir = dir
	out, err := command.CombinedOutput()
	record, _ := os.ReadFile(file) // none is a test's own case
	failure = script.Failed(record)
	if exit, ok := err.(*exec.ExitError); err != nil && !ok {
		t.Fatal(err)
	} else if ok && failure != nil && failure.Status != exit.ExitCode() {
		t.Errorf("the script ended with status %d, the failure says %d", exit.ExitCode(), failure.Status)
	}
	return script, string(out), failure
}

// Each of these prints nothing but the names of the sections.
func TestSilentFailuresAreNamed(t *testing.T) {
	for _, test := range []struct {
		label, sections string // from line 4 of the recipe on
		want            string // section: command
		line            int
	}{
		{"a command", "install: |\n  true\n\n  test -f x\n", "install: `test -f x`", 7},
		{"a plain value", "install: test -f x\n", "install: `test -f x`", 4},
		{"another section", "setup: |\n  true\nbuild: |\n  false\ninstall: |\n  true\n", "build: `false`", 7},
		{"the environment", "environment: |\n  false\ninstall: \"true\"\n", "environment: `false`", 5},
		{"a function", "install: |\n  f() {\n    true\n    test -f x\n  }\n  f\n", "install: `test -f x`", 7},
		{"a pipeline's last", "install: |\n  true | false\n", "install: `false`, the last of a pipeline with the statuses 0 1", 5},
		{"a pipeline's first", "install: |\n  set -o pipefail\n  false | cat\n", "install: `cat`, the last of a pipeline with the statuses 1 0", 6},
		{"a function in a pipeline", "install: |\n  f() {\n    false\n  }\n  true | f\n", "install: `f`, in it `false`, the last of a pipeline with the statuses 0 1", 6},
		{"a subshell", "install: |\n  (\n    true\n    test -f x\n    true\n  )\n", "install: `( true; test -f x; true )`, in it `test -f x`", 7},
		{"a substitution", "install: |\n  x=$(test -f x)\n", "install: `x=$(test -f x)`, in it `test -f x`", 5},
		{"after a substitution that goes on", "install: |\n  x=$(false; echo y)\n  grep -q z /dev/null\n", "install: `grep -q z /dev/null`", 6},
		{"a continued command", "install: |\n  true &&\n    test -f \\\n      x\n", "install: `test -f x`", 6},
		{"a macro of many lines", "build: |\n  true\n  %configure\n  true\ninstall: \"true\"\n", "build: `./configure ", 6},
		{"below a macro of many lines", "build: |\n  configure() { :; }\n  : || %configure\n  false\ninstall: \"true\"\n", "build: `false`", 7},
		{"exit", "build: |\n  true | true\n  exit 3\ninstall: \"true\"\n", "build: `exit 3`", 5},
		{"exit in a function", "install: |\n  f() { exit 3; }\n  f\n", "install: `exit 3`", 5},
		{"another status", "install: |\n  sh -c 'exit 7'\n", "install: `sh -c 'exit 7'`", 5},
		{"a command of many lines", "install: |\n  sh -c 'true\n  exit 7'\n", "install: `sh -c 'true exit 7'`", 5},
	} {
		t.Run(test.label, func(t *testing.T) {
			_, output, failure := runScript(t, test.sections)
			if failure == nil {
				t.Fatalf("no failure is known; the script printed:\n%s", output)
			}
			if got := failure.String(); got != test.want && !(strings.HasSuffix(test.want, " ") && strings.HasPrefix(got, test.want)) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if failure.Line != test.line {
				t.Errorf("line %d, want %d", failure.Line, test.line)
			}
		})
	}
}

// What the traps see must change nothing that a build could write down.
func TestTrapsChangeNothing(t *testing.T) {
	sections := `install: |
  # goes on after each failure
  echo "$(false; echo $? ${PIPESTATUS[*]})"
  echo "$(false x y; echo $_)"
  echo "$(false | true | false; echo $? ${PIPESTATUS[*]})"
  if false; then :; fi; echo $? $_
  ! true; echo $?
  f() { false || echo "$? $FUNCNAME $#"; }; f 1 2
  (exit 4) || echo $?
  echo "$(exit 5)$?"
`
	script, output, _ := runScript(t, sections)
	plain := new(strings.Builder)
	for line := range strings.Lines(script.Text) {
		if !strings.HasPrefix(line, "trap ") && !strings.HasPrefix(line, sectionVariable) && line != "set -E\n" {
			plain.WriteString(line)
		}
	}
	command := exec.Command("bash", "-c", plain.String())
	want, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, want)
	}
	if output != string(want) {
		t.Errorf("with the traps:\n%s\nwithout:\n%s", output, want)
	}
}

func TestScriptWithoutAFileHasNoTraps(t *testing.T) {
	r, err := Parse("x/stone.yaml", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	script, err := r.Script(Context{WorkDir: "/", InstallRoot: "/", Jobs: 1})
	if err != nil || strings.Contains(script.Text, "trap ") || strings.Contains(script.Text, sectionVariable) {
		t.Errorf("%v\n%s", err, script.Text)
	}
}

// The record is the build's to write: nothing in it may reach a terminal, or be
// believed to be a line of the recipe.
func TestForgedRecords(t *testing.T) {
	script := Script{lines: []int{0, 5}}
	forged := func(fields ...string) []byte { return []byte(strings.Join(fields, "\x00") + "\x00\n") }
	for _, test := range []struct {
		label string
		file  []byte
		want  string // "" for no failure
	}{
		{"nothing", nil, ""},
		{"noise", []byte("a\x00b\n\x00\n"), ""},
		{"control characters", forged("1", "1", "99", "0", "0", "in\x1b[2Jstall 7", "\x1b]0;x\x07rm\n-rf"), "in [2Jstall: `]0;x rm -rf`"},
		{"long", forged("1", "1", "2", "0", "0", "install 7", strings.Repeat("ä", 500)), "install: `" + strings.Repeat("ä", 100) + "…`"},
		{"cut off in front", append([]byte("half\x00a record\x00\n"), forged("1", "1", "2", "0", "0", "install 7", "false")...), "install: `false`"},
	} {
		got := ""
		if f := script.Failed(test.file); f != nil {
			got = f.String()
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.label, got, test.want)
		}
	}
}

func FuzzFailed(f *testing.F) {
	f.Add("1\x001\x002\x000\x000\x00install 7\x00false\x00\n")
	f.Fuzz(func(t *testing.T, file string) {
		if failure := (Script{lines: []int{1}}).Failed([]byte(file)); failure != nil && strings.ContainsAny(failure.String(), "\n\x1b\x00") {
			t.Errorf("%q", failure)
		}
	})
}
