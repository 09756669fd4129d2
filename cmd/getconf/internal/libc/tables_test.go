package libc

import (
	"sort"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	const (
		glibc236 = 320 // lines of getconf -a
		glibc241 = 2   // NPROCESSORS_CONF and NPROCESSORS_ONLN
		glibc243 = 33  // POSIX's minima of limits.h, and a few more
		prefixed = 101 // spellings without _POSIX_ that are no entry of their own
	)
	spelled := map[string]bool{}
	for _, n := range Names {
		if spelled[n.Spelling] {
			t.Errorf("%s is in the table twice", n.Spelling)
		}
		spelled[n.Spelling] = true
	}
	if len(Names) != glibc236+glibc241+glibc243 {
		t.Errorf("%d names, want %d", len(Names), glibc236+glibc241+glibc243)
	}
	short := 0
	for _, n := range Names {
		if s, ok := strings.CutPrefix(n.Spelling, "_POSIX_"); ok && !spelled[s] {
			short++
		}
	}
	if short != prefixed {
		t.Errorf("%d names by the prefix rule, want %d", short, prefixed)
	}
}

// TestFacts: the binary search needs the order, and a fact that no name asks
// for is a misspelled one.
func TestFacts(t *testing.T) {
	asked := map[string]bool{}
	for _, n := range Names {
		asked[n.Constant] = true
	}
	for libc, facts := range map[string][]fact{"musl": muslFacts, "glibc": glibcFacts} {
		if !sort.SliceIsSorted(facts, func(i, j int) bool { return facts[i].constant < facts[j].constant }) {
			t.Errorf("%s: the facts are not sorted by constant", libc)
		}
		for i, f := range facts {
			if !asked[f.constant] {
				t.Errorf("%s: no name asks for %s", libc, f.constant)
			}
			if i > 0 && facts[i-1].constant == f.constant {
				t.Errorf("%s: %s is there twice", libc, f.constant)
			}
		}
	}
}
