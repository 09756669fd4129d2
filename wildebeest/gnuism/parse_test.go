package gnuism

import (
	"strings"
	"testing"
)

// TestUnknownReleases: a release that the tables do not know is an error that names
// what is known.
func TestUnknownReleases(t *testing.T) {
	for what, err := range map[string]error{
		`"glibc-2.5": known are glibc-2.36, `:  second(ParseGlibc("glibc-2.5")),
		"Linux 3.1 are known: known are 6.1, ": second(ParseKernel("3.1")),
		`"musl-9.9": known are musl-1.1.24, `:  second(ParseTarget("musl-9.9")),
	} {
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%v, want %s", err, what)
		}
	}
	if k, err := ParseKernel("linux-6.1"); err != nil || k != 0 || k.String() != "6.1" {
		t.Errorf("%v, %v", k, err)
	}
	if g, err := ParseGlibc("glibc-2.41"); err != nil || g != (Glibc{2, 41}) {
		t.Errorf("%v, %v", g, err)
	}
	if g, err := ParseGlibc("glibc"); err != nil || g != NewestGlibc() {
		t.Errorf("%v, %v", g, err)
	}
}

func second[T any](_ T, err error) error { return err }

// TestVisibilityByRelease: what a release shows does not depend on another one.
func TestVisibilityByRelease(t *testing.T) {
	db, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	header := func(name string) int {
		h, ok := db.Header(name)
		if !ok {
			t.Fatalf("no header %s", name)
		}
		return h.ID
	}
	for _, c := range []struct {
		name, header, release string
		want                  bool
	}{
		{"basename", "string.h", "musl-1.2.3", true},
		{"basename", "string.h", "musl-1.2.4", true},
		{"basename", "string.h", "musl-1.2.5", false},
		{"basename", "string.h", "musl-1.2.6", false},
		{"basename", "libgen.h", "musl-1.2.6", true},
		{"renameat2", "stdio.h", "musl-1.2.5", false},
		{"renameat2", "stdio.h", "musl-1.2.6", true},
		{"MADV_POPULATE_READ", "sys/mman.h", "musl-1.2.5", false},
		{"MADV_POPULATE_READ", "sys/mman.h", "musl-1.2.6", true},
		{"struct statx", "sys/stat.h", "musl-1.2.3", false},
		{"struct statx", "sys/stat.h", "musl-1.2.5", true},
	} {
		r, err := ParseTarget(c.release)
		if err != nil {
			t.Fatal(err)
		}
		n, ok := db.Lookup(c.name)
		if !ok {
			t.Errorf("no name %s", c.name)
			continue
		}
		p := n.At(r)
		if got := p != nil && p.Set.Has(header(c.header)); got != c.want {
			t.Errorf("%s in %s at %s: %v, want %v", c.name, c.header, c.release, got, c.want)
		}
	}
	for release, plain := range map[string]bool{"musl-1.2.3": true, "musl-1.2.4": false, "musl-1.2.5": false, "musl-1.2.6": false} {
		r, _ := ParseTarget(release)
		n, _ := db.Lookup("open64")
		if p := n.At(r); p == nil || p.Plain() != plain || p.Modes&ModeLargefile == 0 {
			t.Errorf("open64 at %s: %+v, want it without a macro: %v", release, p, plain)
		}
	}
}
