package source

import (
	"os"
	"path/filepath"
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
