package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
)

// TestLanguageFixtures holds the fixtures of every rule about gcc's own language
// against the compilers: gcc takes the file, clang rejects the lines that say
// "want", and no others. The headers are musl's: glibc's help clang along.
func TestLanguageFixtures(t *testing.T) {
	onMusl := muslOptions(t)
	for _, r := range all.Rules {
		if r.Class != rules.Language {
			continue
		}
		files, err := filepath.Glob(filepath.Join("..", "..", "wildebeest", "rules", strings.ReplaceAll(r.ID, "-", ""), "testdata", "*.c"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no fixtures (%v)", r.ID, err)
		}
		for _, file := range files {
			if out, err := exec.Command("gcc", "-fsyntax-only", "-w", file).CombinedOutput(); err != nil {
				t.Errorf("gcc does not take it: %v\n%s", err, out)
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want []int
			number := 0
			for line := range strings.Lines(string(text)) {
				if number++; strings.Contains(line, "// want") {
					want = append(want, number)
				}
			}
			source := append([]string{""}, strings.Split(string(text), "\n")...) // by number
			args := append([]string{"-fsyntax-only", "-w", "-ferror-limit=0", "-fno-caret-diagnostics"}, onMusl...)
			lines := map[int]bool{}
			for _, m := range languageError.FindAllStringSubmatch(clang(t, args, text), -1) {
				line, err := strconv.Atoi(m[1])
				if err != nil {
					t.Fatal(err)
				}
				if strings.TrimSpace(source[line]) == "{" {
					line-- // the function's head is above
				}
				if !follows(m[2]) {
					lines[line] = true
				}
			}
			if diff := cmp.Diff(want, slices.Sorted(maps.Keys(lines))); diff != "" {
				t.Errorf("%s: lines that clang rejects (-want +got):\n%s", file, diff)
			}
		}
	}
}

var leftOut = regexp.MustCompile(`^use of undeclared identifier '[a-z]|^expected ';' at end of declaration`)

var languageError = regexp.MustCompile(`(?m)^<stdin>:(\d+):\d+: (?:fatal )?error: (.*)$`)

// follows reports whether clang only complains about what an error before has
// left out: the name of a nested function, or of a variable with no type.
func follows(message string) bool { return leftOut.MatchString(message) }
