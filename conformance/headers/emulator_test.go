package headers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// emulatorGap is something that an emulator lacks and that makes a program of
// glibc hang or fail there as well: programs that use it prove nothing.
type emulatorGap struct {
	needs  *regexp.Regexp
	reason string
}

var gapNeeds = regexp.MustCompile(`(?m)\A/\* needed by: (.+) \*/$`)

// emulatorGaps asks the emulator about each testdata/emulator/NAME.c, a program
// that prints nothing where the emulator has what it is about, or why not. Its
// first line tells, as a regular expression, what a program that needs it has in
// its text.
func emulatorGaps(t *testing.T, qemu string, reference target) []emulatorGap {
	t.Helper()
	questions, err := filepath.Glob("testdata/emulator/*.c")
	if err != nil || len(questions) == 0 {
		t.Fatalf("no questions to the emulator: %v", err)
	}
	var gaps []emulatorGap
	for _, question := range questions {
		text, err := os.ReadFile(question)
		if err != nil {
			t.Fatal(err)
		}
		needs := gapNeeds.FindSubmatch(text)
		if needs == nil {
			t.Fatalf("%s: the first line is not /* needed by: REGEXP */", question)
		}
		const has = "exit status 0\n"
		if out := execute(t, glibc.compile(t, question, "-std=gnu11")); out != has {
			t.Fatalf("%s fails without an emulator: %s", question, out)
		}
		if out := emulate(t, qemu, reference.compile(t, question, "-std=gnu11")); out != has {
			gaps = append(gaps, emulatorGap{regexp.MustCompile(string(needs[1])), filepath.Base(qemu) + ": " + oneLine(out)})
		}
	}
	return gaps
}

// gapOf says why a program cannot run in the emulator, or nothing.
func gapOf(t *testing.T, gaps []emulatorGap, program string) string {
	t.Helper()
	text, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, gap := range gaps {
		if gap.needs.Match(text) {
			return gap.reason
		}
	}
	return ""
}
