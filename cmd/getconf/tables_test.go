package main

import (
	"sort"
	"testing"
)

func TestNames(t *testing.T) {
	const (
		glibc236 = 320 // lines of getconf -a
		glibc241 = 2   // NPROCESSORS_CONF and NPROCESSORS_ONLN
		prefixed = 94  // spellings without _POSIX_ that are no entry of their own
	)
	spelled := map[string]bool{}
	for _, n := range names {
		if spelled[n.spelling] {
			t.Errorf("%s is in the table twice", n.spelling)
		}
		spelled[n.spelling] = true
	}
	if len(names) != glibc236+glibc241 {
		t.Errorf("%d names, want %d", len(names), glibc236+glibc241)
	}
	short := 0
	for _, n := range names {
		if s, ok := cutPosix(n.spelling); ok && !spelled[s] {
			short++
		}
	}
	if short != prefixed {
		t.Errorf("%d names by the prefix rule, want %d", short, prefixed)
	}
}

func cutPosix(s string) (string, bool) {
	if hasPrefix(s, "_POSIX_") {
		return s[len("_POSIX_"):], true
	}
	return s, false
}

// TestFacts: the binary search needs the order, and a fact that no name asks
// for is a misspelled one.
func TestFacts(t *testing.T) {
	asked := map[string]bool{}
	for _, n := range names {
		asked[n.constant] = true
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
