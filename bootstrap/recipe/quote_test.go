package recipe

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostileNames would be commands, options, several words or lines where they are
// not quoted.
var hostileNames = []string{
	"plain-1.0", "a b", "$(touch canary)", "`touch canary`", "a;touch canary", "a'b", `a"b`, `a\b`, "a\nb", "-n", "~", "*", "$HOME",
	"${x:=y}", "a\tb", "!x", "{a,b}", "[a]", "#a", "%name", "%(name)", "\x01\x1b", "größe", "\xff\xfe", "$'\\x41'", "a&b", "a|b>c", "=",
}

// expectWords runs a script in bash whose directories have this name, and wants
// them back from the words that sections use.
func expectWords(t *testing.T, name string) {
	t.Helper()
	base := t.TempDir()
	work, install, patches := filepath.Join(base, name), filepath.Join(base, "i", name), filepath.Join(base, "p", name)
	for _, dir := range []string{work, install, patches} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Skip("no name of a directory")
		}
	}
	for file, text := range map[string]string{filepath.Join(work, "a"): "1\n", filepath.Join(patches, "a.patch"): "--- x/a\n+++ x/a\n@@ -1 +1 @@\n-1\n+2\n"} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Parse("x/stone.yaml", []byte("name: x\nversion: 1\nrelease: 1\nbuild: |\n  printf '%%s\\0' \"$PWD\" \"%(workdir)/a\" \"$(cat a)\" >out\n"+
		"install: |\n  printf '%%s\\0' \"%(installroot)\" >>\"%(workdir)/out\"\n  false\n"))
	if err != nil {
		t.Fatal(err)
	}
	r.Patches = []Patch{{Name: "a.patch"}}
	failure := filepath.Join(install, "failure")
	script, err := r.Script(Context{WorkDir: work, PatchDir: patches, InstallRoot: install, Prelude: "true\n", FailureFile: failure})
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("bash", "-c", script.Text)
	command.Dir = base
	if out, err := command.CombinedOutput(); err == nil || command.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v: %s\n%s", err, out, script.Text)
	}
	got, err := os.ReadFile(filepath.Join(work, "out"))
	if want := strings.Join([]string{work, work + "/a", "2", install, ""}, "\x00"); err != nil || string(got) != want {
		t.Errorf("%q, %v\nwant %q\n%s", got, err, want, script.Text)
	}
	record, err := os.ReadFile(failure)
	if failed := script.Failed(record); err != nil || failed == nil || failed.Command != "false" {
		t.Errorf("the failure is %v, %v", failed, err)
	}
	if entries, err := os.ReadDir(base); err != nil || len(entries) > 3 {
		t.Errorf("beside the directories are %v, %v", entries, err)
	}
}

func TestQuotedNames(t *testing.T) {
	for _, name := range hostileNames {
		t.Run("", func(t *testing.T) { expectWords(t, name) })
	}
}

// FuzzQuote has directories of any name in a script that bash runs.
func FuzzQuote(f *testing.F) {
	for _, name := range hostileNames {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if strings.ContainsAny(name, "/\x00") || name == "" || name == "." || name == ".." || name == "i" || name == "p" || !utf8.ValidString(name) && len(name) > 60 {
			return
		}
		expectWords(t, name)
	})
}
