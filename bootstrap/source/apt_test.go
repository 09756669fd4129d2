package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDerivedSources(t *testing.T) {
	etc := t.TempDir()
	if err := os.MkdirAll(filepath.Join(etc, "sources.list.d"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"sources.list":                  "# comment\ndeb [arch=amd64] http://x/debian bookworm main\ndeb-src http://x/debian bookworm main\n",
		"sources.list.d/debian.sources": "Types: deb\nURIs: http://x/debian\nSuites: bookworm\n\nTypes: deb\nURIs: http://y\n",
		"sources.list.d/off.disabled":   "deb http://z bookworm main\n",
	} {
		if err := os.WriteFile(filepath.Join(etc, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	a := &Apt{Dir: t.TempDir()}
	if err := os.MkdirAll(a.path("sources.d"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := a.deriveSources(etc); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"sources.list":             "deb [arch=amd64] http://x/debian bookworm main\ndeb-src [arch=amd64] http://x/debian bookworm main\n",
		"sources.d/debian.sources": "Types: deb deb-src\nURIs: http://x/debian\nSuites: bookworm\n\nTypes: deb deb-src\nURIs: http://y\n",
	} {
		if got, err := os.ReadFile(a.path(name)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	if _, err := os.Stat(a.path("sources.d", "off.disabled")); err == nil {
		t.Error("a file that apt ignores was taken over")
	}
}

func TestSourcesOfAnotherSuite(t *testing.T) {
	for before, want := range map[string]string{
		"deb [arch=amd64 signed-by=/k] http://x/debian bookworm main contrib\n":  "deb [arch=amd64 signed-by=/k] http://x/debian trixie main contrib\ndeb-src [arch=amd64 signed-by=/k] http://x/debian trixie main contrib\n",
		"deb http://x/security bookworm-security main\n":                         "deb http://x/security trixie-security main\ndeb-src http://x/security trixie-security main\n",
		"deb http://x/debian bookworms main\ndeb http://y cloud-bookworm main\n": "",
	} {
		if got := string(oneLineSources([]byte(before), "bookworm", "trixie")); got != want {
			t.Errorf("%q became %q, want %q", before, got, want)
		}
	}
	before := "Types: deb\nURIs: http://x/debian\nSuites: bookworm bookworm-updates other\nSigned-By: /k\n\nTypes: deb\nURIs: http://y\nSuites: nodistro\n"
	want := "Types: deb deb-src\nURIs: http://x/debian\nSuites: trixie trixie-updates\nSigned-By: /k"
	if got := string(deb822Sources([]byte(before), "bookworm", "trixie")); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNoSourceOfTheSuite has a machine whose sources name their suite "stable".
func TestNoSourceOfTheSuite(t *testing.T) {
	etc := t.TempDir()
	if err := os.WriteFile(filepath.Join(etc, "sources.list"), []byte("deb http://x/debian stable main\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	a := &Apt{Dir: t.TempDir(), Suite: "trixie"}
	if err := a.deriveSources(etc); err == nil || !strings.Contains(err.Error(), "no source names the suite ") {
		t.Errorf("got %v", err)
	}
}
