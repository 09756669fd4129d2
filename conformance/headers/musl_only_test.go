package headers_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestOnMuslOnly runs headers/MODULE/musl/NAME.c for musl: what a module does
// where glibc has nothing to compare with. NAME.txtar beside it has the cases: the
// first line of each is `$ VARIABLE=VALUE… NAME ARGUMENT…`, run in the directory
// of the file; the others are what the program prints.
func TestOnMuslOnly(t *testing.T) {
	for _, program := range modulePrograms(t, "musl") {
		script := strings.TrimSuffix(program, ".c") + ".txtar"
		cases, err := txtar.ParseFile(script)
		if err != nil || len(cases.Files) == 0 {
			t.Fatalf("%s has no cases: %v", script, err)
		}
		for _, to := range muslTargets(t) {
			executable := to.compile(t, program, "-std=gnu11")
			for _, test := range cases.Files {
				t.Run(to.name+"/"+programName(program)+"/"+test.Name, func(t *testing.T) {
					call, want, _ := strings.Cut(string(test.Data), "\n")
					words := strings.Fields(call)
					name := slices.Index(words, filepath.Base(executable))
					if name < 1 || words[0] != "$" {
						t.Fatalf("%s: the case %q does not begin with a call: %q", script, test.Name, call)
					}
					run := exec.Command(executable, words[name+1:]...)
					run.Dir, run.Env = filepath.Dir(program), words[1:name]
					out, err := run.CombinedOutput()
					if err != nil {
						t.Fatal(err)
					}
					if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(string(out), "\n")); diff != "" {
						t.Error(diff)
					}
				})
			}
		}
	}
}
