package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/musl"
)

// TestGetconfIsUpToDate compares the committed files with what List writes.
func TestGetconfIsUpToDate(t *testing.T) {
	releases, err := accepted(musl.Releases())
	if err != nil {
		t.Fatal(err)
	}
	const dir = "../../cmd/getconf/internal/libc"
	read := func(name string) []byte {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if diff := cmp.Diff(string(source(releases)), string(read(sourceFile))); diff != "" {
		t.Errorf("run `go generate ./cmd/getconf/...`; %s (-want +got):\n%s", sourceFile, diff)
	}
	committed := read(manualFile)
	page, err := manual(committed, releases)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(page), string(committed)); diff != "" {
		t.Errorf("run `go generate ./cmd/getconf/...`; %s (-want +got):\n%s", manualFile, diff)
	}
}

func TestAccepted(t *testing.T) {
	got, err := accepted([]musl.Release{{Version: "1.2.1"}, {Version: oldest}, {Version: "git-2022-01-01"}, {Version: "1.3.0"}})
	if want := []string{"musl-" + oldest, "musl-1.3.0"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if _, err := accepted([]musl.Release{{Version: "1.3.0"}}); err == nil {
		t.Error("a table without the oldest release is accepted")
	}
}

func TestManualMustHaveTheLine(t *testing.T) {
	page, err := manual([]byte(".It Cm musl\n.It Cm musl-1 , musl-2\nx\n"), []string{"musl-3", "musl-4"})
	if want := ".It Cm musl\n.It Cm musl-3 , musl-4\nx\n"; err != nil || string(page) != want {
		t.Errorf("%q, %v, want %q", page, err, want)
	}
	if _, err := manual([]byte(".It Cm musl\n"), []string{"musl-3"}); err == nil || !strings.Contains(err.Error(), "has 0 lines") {
		t.Errorf("a page without the line: %v", err)
	}
}
