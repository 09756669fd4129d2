package main

import (
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/source"
)

func TestRelease(t *testing.T) {
	for _, c := range []struct {
		version string
		dots    int
		want    string
	}{
		{"1.2.6-1", 2, "1.2.6"}, {"2.43-7", 1, "2.43"}, {"7.2.12-1", 1, "7.2"},
		{"2.36-9+deb12u14", 1, "2.36"}, {"1:1.2.5-3.1~deb13u1", 2, "1.2.5"}, {"7", 1, "7"},
	} {
		if got := release(c.version, c.dots); got != c.want {
			t.Errorf("%s: %s, want %s", c.version, got, c.want)
		}
	}
}

func TestCompare(t *testing.T) {
	k := known{name: "libc6", table: "glibc.tsv", release: "2.43", version: "2.43-7", sha256: "ab"}
	for version, want := range map[string]struct {
		part  string
		newer bool
	}{
		"2.43-7": {"2.43 is the newest", false},
		"2.43-8": {"its package is now 2.43-8, sha256 cd", true},
		"2.44-1": {"testing has 2.44", true},
	} {
		text, newer := k.compare(source.Package{Name: "libc6", Version: version, SHA256: "cd"})
		if newer != want.newer || !strings.Contains(text, want.part) {
			t.Errorf("%s: %q, %v", version, text, newer)
		}
	}
	if list, err := newest(); err != nil || len(list) != 4 || list[1].version == "" || list[3].sha256 == "" {
		t.Errorf("%+v, %v", list, err)
	}
}
