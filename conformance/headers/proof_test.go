// Package headers_test proves libwildebeest: every program below
// headers/*/test is compiled natively against glibc and statically against musl
// with libwildebeest, and must print the same. A program takes its cases from
// itself: no arguments, no input.
package headers_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestSameAsGlibc(t *testing.T) {
	programs := modulePrograms(t, "test")
	targets := muslTargets(t)
	var builds []func(testing.TB, string) string
	for _, to := range targets {
		builds = append(builds, to.buildAll(t, programs, "-std=gnu11"))
	}
	for _, program := range programs {
		name := programName(program)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := glibcOutput(t, program)
			if want == "exit status 0\n" {
				t.Fatal("the program prints nothing, so it can prove nothing")
			}
			for i, to := range targets {
				got := execute(t, builds[i](t, program))
				if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
					t.Errorf("%s differs (-glibc +%s):\n%s", name, to.name, diff)
				}
			}
		})
	}
}

// glibcOutput is what a program prints with this machine's glibc, where it runs
// once for all tests.
func glibcOutput(t *testing.T, program string) string {
	t.Helper()
	type result struct {
		once sync.Once
		text string
	}
	kept, _ := glibcOutputs.LoadOrStore(program, new(result))
	output := kept.(*result)
	output.once.Do(func() { output.text = execute(t, glibc.compile(t, program, "-std=gnu11")) })
	if output.text == "" {
		t.Fatal("it does not compile or end with glibc; another test says why")
	}
	return output.text
}

var glibcOutputs sync.Map // *result by program

// TestHeadersInEveryDialect includes each overlay header on its own, and each
// twice, in the dialects that packages use.
func TestHeadersInEveryDialect(t *testing.T) {
	var text strings.Builder
	for _, m := range allModules(t) {
		for range 2 {
			for _, header := range m.Headers {
				text.WriteString("#include <" + header + ">\n")
			}
		}
	}
	text.WriteString("int main(void) { return 0; }\n")
	dir := t.TempDir()
	c, cpp := filepath.Join(dir, "all.c"), filepath.Join(dir, "all.cpp")
	for _, file := range []string{c, cpp} {
		if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, to := range muslTargets(t) {
		for _, dialect := range []string{"gnu89", "c99", "gnu99", "c11", "gnu11", "gnu17", "gnu2x"} {
			to.check(t, c, "-std="+dialect)
			to.check(t, c, "-std="+dialect, "-D_GNU_SOURCE")
		}
		for _, dialect := range []string{"c++11", "gnu++17", "gnu++20"} {
			to.check(t, cpp, "-xc++", "-nostdinc++", "-std="+dialect)
			to.check(t, cpp, "-xc++", "-nostdinc++", "-std="+dialect, "-U_GNU_SOURCE")
		}
	}
}

// execute runs a program of ours, the last of the words, in an empty directory
// and returns what it printed and how it ended. Words before it are the
// emulator's. The bound only ends a program that hangs.
func execute(t *testing.T, words ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	var out bytes.Buffer
	run := exec.CommandContext(ctx, words[0], words[1:]...)
	run.Dir = t.TempDir()
	run.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=/"}
	run.Stdout, run.Stderr = &out, &out
	err := run.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if ctx.Err() != nil {
		t.Fatalf("%s did not end; it printed:\n%s", strings.Join(words, " "), out.String())
	}
	return out.String() + run.ProcessState.String() + "\n"
}

// TestMacrosInCpp uses what TestHeadersInEveryDialect only includes.
func TestMacrosInCpp(t *testing.T) {
	for _, to := range muslTargets(t) {
		for _, dialect := range []string{"c++11", "c++17", "gnu++20"} {
			to.check(t, "testdata/macros.cpp", "-xc++", "-nostdinc++", "-std="+dialect)
		}
	}
}
