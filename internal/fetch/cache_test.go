package fetch

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

// TestPasswordsAreNotShown has a URL with a password that fails.
func TestPasswordsAreNotShown(t *testing.T) {
	c := &Cache{Dir: t.TempDir()}
	w := Wanted{SHA256: strings.Repeat("0", 64), Name: "x", URL: "http://user:secret@127.0.0.1:1/x"}
	var told []string
	_, err := c.Fetch(context.Background(), w, func(from string) { told = append(told, from) })
	if err == nil || strings.Contains(err.Error()+strings.Join(told, ""), "secret") || !strings.Contains(err.Error(), "user:xxxxx@") {
		t.Errorf("%v, told %q", err, told)
	}
}

// TestFetchNewOfThisMachine takes a file by its file:// URL, as a recipe names one that
// is published nowhere.
func TestFetchNewOfThisMachine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "z-2.tar")
	if err := os.WriteFile(file, []byte("bytes"), 0o644); err != nil {
		t.Fatal(err)
	}
	cache := &Cache{Dir: t.TempDir()}
	hash, err := cache.FetchNew(t.Context(), FileScheme+file, "z-2.tar")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(cache.Path(Wanted{SHA256: hash, Name: "z-2.tar"})); err != nil || string(text) != "bytes" {
		t.Errorf("it has %q, %v", text, err)
	}
	if _, err := cache.FetchNew(t.Context(), FileScheme+file+".not", "z"); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("a missing file: %v", err)
	}
}
