// Package skeletons writes each skeleton into a copy of the project and holds it
// against what the project asks of its own files.
package skeletons

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// project copies what git has of the project, but for inputs of tests.
func project(t *testing.T) string {
	t.Helper()
	list, err := exec.Command("git", "-C", "../..", "ls-files", "-z").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		if strings.HasPrefix(name, "conformance/") && name != "conformance/proofs.mk" {
			continue
		}
		copyFile(t, filepath.Join("../..", name), filepath.Join(dir, name))
	}
	return dir
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, info.Mode().Perm())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// in runs a command in the copy, and returns what it prints and whether it went well.
func in(t *testing.T, dir string, args ...string) (string, bool) {
	t.Helper()
	command := exec.Command(args[0], args[1:]...)
	// Without the paths, what is compiled there is what is compiled here.
	command.Dir, command.Env = dir, append(os.Environ(), "GOFLAGS=-trimpath")
	out, err := command.CombinedOutput()
	return string(out), err == nil
}

func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	out, ok := in(t, dir, args...)
	if !ok {
		t.Fatalf("%s\n%s", strings.Join(args, " "), out)
	}
	return out
}

func TestSkeletons(t *testing.T) {
	dir := project(t)
	bootstrap, err := filepath.Abs("../../bin/bootstrap")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("rule", func(t *testing.T) {
		out := must(t, dir, "make", "new-rule", "NAME=sample-rule", "WORD=sample_word")
		if !strings.Contains(out, "wrote wildebeest/rules/samplerule/rule.go\n") || !strings.Contains(out, "\nnext: ") {
			t.Error(out)
		}
		if out := must(t, dir, "gofmt", "-s", "-l", "wildebeest/rules/samplerule"); out != "" {
			t.Errorf("gofmt would change %s", out)
		}
		must(t, dir, "go", "generate", "./wildebeest/rules")
		must(t, dir, "go", "vet", "./wildebeest/rules/...")
		must(t, dir, "go", "test", "-run", "TestRules|TestFixtures/sample-rule", "./wildebeest/rules")
	})
	t.Run("module", func(t *testing.T) {
		must(t, dir, "make", "new-module", "NAME=sample", "FUNCTION=sample_call", "HEADER=string")
		must(t, dir, "go", "test", "./headers")
		compile := []string{"clang", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Iheaders/sample/include", "headers/sample/src/sample_call.c", "headers/sample/test/sample_call.c"}
		if out, ok := in(t, dir, compile...); ok || !strings.Contains(out, "write sample_call from its man page") {
			t.Errorf("the function counts as written:\n%s", out)
		}
		must(t, dir, "sed", "-i", "/#error/d", "headers/sample/src/sample_call.c")
		must(t, dir, compile...)
	})
	t.Run("recipe", func(t *testing.T) {
		must(t, dir, "make", "new-recipe", "NAME=sample", "VERSION=1.0", "URL=https://example.org/sample-1.0.tar.gz")
		if out := must(t, dir, bootstrap, "lint", "recipes/sample"); out != "1 recipe, no mistakes\n" {
			t.Error(out)
		}
	})
	t.Run("release", func(t *testing.T) {
		must(t, dir, "make", "new-release", "VERSION=9.9.9", "DATE=2099-01-01", "SHA256="+strings.Repeat("1", 64))
		must(t, dir, "make", "new-release", "VERSION=1.2.99", "DATE=2022-05-01", "SHA256=-")
		must(t, dir, "go", "test", "-run", "Release", "./musl")
	})
	t.Run("wrong", func(t *testing.T) {
		before := must(t, dir, "sh", "-c", "find . -type f -newer go.mod | sort | xargs sha256sum")
		for args, want := range map[string]string{
			"new-rule NAME=sample-rule WORD=x":                       "wildebeest/rules/samplerule/doc.md is there already; choose another name",
			"new-rule NAME=Sample WORD=x":                            "skeleton: new-rule: NAME=Sample: want one such as strtol-errno",
			"new-rule NAME=../x WORD=x":                              "NAME=../x: want one such as",
			"new-rule NAME=x":                                        "WORD=: want one such as strtol",
			"new-rule NAME=x WORD=y URL=z":                           `"URL=z": write NAME=VALUE, of NAME, WORD`,
			"new-recipe NAME=zlib VERSION=1 URL=http://x/zlib-1.tar": "recipes/zlib/stone.yaml is there already",
			"new-release VERSION=1.2.5 DATE=2024-01-01 SHA256=-":     "musl/releases.tsv has 1.2.5 already",
		} {
			if out, ok := in(t, dir, append([]string{"make"}, strings.Fields(args)...)...); ok || !strings.Contains(out, want) {
				t.Errorf("%s: %v\n%s", args, ok, out)
			}
		}
		if after := must(t, dir, "sh", "-c", "find . -type f -newer go.mod | sort | xargs sha256sum"); after != before {
			t.Error("what was refused changed files")
		}
	})
}
