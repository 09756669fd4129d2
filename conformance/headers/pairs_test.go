package headers_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
)

// headerPair is two headers that one program includes, in this order.
type headerPair struct{ first, second string }

// headerPairs reads headers/MODULE/test/pairs.txt: two lists with an empty line
// between, each header of one to be included with each of the other, in both orders.
func headerPairs(t *testing.T) (pairs []headerPair) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(moduleDir, "*/test/pairs.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no pairs.txt: %v", err)
	}
	for _, file := range files {
		one, other, ok := strings.Cut(withoutComments(string(content(t, file))), "\n\n")
		if !ok {
			t.Fatalf("%s has no empty line between two lists", file)
		}
		for _, k := range strings.Fields(one) {
			for _, l := range strings.Fields(other) {
				pairs = append(pairs, headerPair{k, l}, headerPair{l, k})
			}
		}
	}
	return pairs
}

// withoutComments removes the lines that begin with "#".
func withoutComments(text string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// TestHeaderPairs includes two headers that clash in musl, as listed by modules:
// what compiles with glibc compiles with musl and the overlay, in C and C++, or is
// a row of known.tsv that is still true.
func TestHeaderPairs(t *testing.T) {
	pairsKnown := knownRows(t, "headers")
	to := muslTargets(t)[0]
	var sources []string
	pairs := make(map[string]string) // name by source
	for i, p := range headerPairs(t) {
		source := filepath.Join(t.TempDir(), fmt.Sprintf("%d.c", i))
		text := "#include <" + p.first + ">\n#include <" + p.second + ">\nint main(void) { return 0; }\n"
		if err := os.WriteFile(source, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if exec.Command(glibc.compiler, append(slices.Clone(warnings), "-fsyntax-only", "-D_GNU_SOURCE", source)...).Run() == nil {
			pairs[source] = p.first + " then " + p.second
			sources = append(sources, source)
		}
	}
	for _, language := range [][]string{{"-xc"}, {"-xc++", "-nostdinc++"}} {
		driver := clang.Driver{Words: slices.Concat([]string{to.compiler, "-D_GNU_SOURCE"}, warnings, to.include, language)}
		refused, err := driver.Refused(t.Context(), sources)
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range sources {
			row, isKnown := pairsKnown[pairs[source]]
			switch out, isRefused := refused[source]; {
			case isRefused && !isKnown:
				t.Errorf("%s (%s): glibc accepts it, musl with the overlay does not:\n%s", pairs[source], language[0], out)
			case !isRefused && isKnown:
				t.Errorf("known.tsv says that %s does not compile (%s), but it does", pairs[source], row.Reason)
			}
		}
	}
	for name := range pairsKnown {
		if !slices.Contains(slices.Collect(maps.Values(pairs)), name) {
			t.Errorf("known.tsv's %q is not among the pairs that glibc accepts", name)
		}
	}
}

// accepts compiles text without output and returns what the compiler said.
func accepts(to target, text, language string) (string, error) {
	args := slices.Concat(warnings, []string{"-fsyntax-only", "-D_GNU_SOURCE", language, "-"}, to.include)
	if language == "-xc++" {
		args = append(args, "-nostdinc++")
	}
	compiler := exec.Command(to.compiler, args...)
	compiler.Stdin = strings.NewReader(text)
	var out bytes.Buffer
	compiler.Stderr = &out
	err := compiler.Run()
	return out.String(), err
}
