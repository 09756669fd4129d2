package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func server(t *testing.T, body string) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/a.tar" {
			http.NotFound(w, r)
			return
		}
		w.Write([]byte(body))
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func hashOf(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:])
}

func TestFetchVerifiesAndKeeps(t *testing.T) {
	c := &Cache{Dir: t.TempDir()}
	w := Wanted{SHA256: hashOf("body"), Name: "a.tar", URL: server(t, "body") + "/a.tar"}
	path, err := c.Fetch(context.Background(), w, nil)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "body" {
		t.Errorf("%q, %v", text, err)
	}
	w.URL = "http://127.0.0.1:1/nothing-there"
	if again, err := c.Fetch(context.Background(), w, nil); err != nil || again != path {
		t.Errorf("the second time: %s, %v", again, err)
	}
}

func TestFetchRefusesOtherBytes(t *testing.T) {
	c := &Cache{Dir: t.TempDir()}
	w := Wanted{SHA256: hashOf("body"), Name: "a.tar", URL: server(t, "other") + "/a.tar"}
	_, err := c.Fetch(context.Background(), w, nil)
	var wrong *HashError
	if !errors.As(err, &wrong) || wrong.Got != hashOf("other") {
		t.Errorf("got %v, want a HashError", err)
	}
	if left, _ := filepath.Glob(filepath.Join(c.Dir, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFetchSaysWhereToPutACopy(t *testing.T) {
	c := &Cache{Dir: t.TempDir()}
	w := Wanted{SHA256: hashOf("body"), Name: "b.tar", URL: server(t, "body") + "/b.tar"}
	_, err := c.Fetch(context.Background(), w, nil)
	if err == nil || !strings.Contains(err.Error(), "404") || !strings.Contains(err.Error(), "put a copy at "+c.Path(w)) {
		t.Errorf("got %v", err)
	}
}

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
