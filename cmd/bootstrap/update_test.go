package main

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestUpdate gives a recipe another version, whose tarball a server has.
func TestUpdate(t *testing.T) {
	const body = "the new tarball"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/2.1/hello-2.1.tar.gz" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, body)
	}))
	defer server.Close()
	recipes, dir := t.TempDir(), t.TempDir()
	old, sum := strings.Repeat("a", 64), fmt.Sprintf("%x", sha256.Sum256([]byte(body)))
	writeRecipe(t, recipes, "hello", "# Why this one.\nupstreams:\n  - "+server.URL+"/1/hello-1.tar.gz : "+old+" # its hash\ninstall: 'true'\n")
	file := filepath.Join(recipes, "hello/stone.yaml")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	options := []string{"--recipes", recipes, "--state", dir}
	_, errs, code := bootstrap(t, append([]string{"update", "hello", "2.2"}, options...)...)
	if contains(t, "no such version", errs, "update: fetch "+server.URL+"/2.2/hello-2.2.tar.gz: 404 Not Found"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	if text, _ := os.ReadFile(file); string(text) != string(before) {
		t.Errorf("a failure changed the recipe:\n%s", text)
	}
	out := must(t, append([]string{"update", "hello", "2.1"}, options...)...)
	contains(t, "update", out, sum+"  "+server.URL+"/2.1/hello-2.1.tar.gz\n", file+": 1 is now 2.1\n")
	want := strings.NewReplacer(`"1"`, `"2.1"`, "/1/hello-1.", "/2.1/hello-2.1.", old, sum).Replace(string(before))
	if text, _ := os.ReadFile(file); string(text) != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	contains(t, "update again", must(t, "update", "--state", dir, file, "2.1"), file+": nothing to change\n")
	_, errs, code = bootstrap(t, "update", "--state", dir, "zlib", "9")
	if contains(t, "a recipe of the program", errs, "recipes/zlib/stone.yaml: the recipe is a part of this program"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
}
