package recipe

import (
	"errors"
	"strings"
	"testing"
)

const commented = `# A comment at the top.
name: hello
version: "1.9.1" # quoted
release: 4
upstreams:
  # Where it is now.
  - https://x.org/v1.9/hello-1.9.1.tar.gz : AAAA # the hash
  - debian:hello@1.9.1 :
      hash: AAAA
      paths: [src]
  - 'https://x.org/R_1_9_1/data_1_9_1.tar.gz' : AAAA
  - https://x.org/other-7.tar.gz : AAAA
# 1.9.1 was the first with a manual.
install: |
  true
`

func TestUpdate(t *testing.T) {
	old, next := strings.Repeat("a", 64), strings.Repeat("b", 64)
	r, err := Parse("hello/stone.yaml", []byte(strings.ReplaceAll(commented, "AAAA", old)))
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	text, err := r.Update("1.10", func(u Upstream) (string, error) { asked = append(asked, u.Location); return next, nil })
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer(`"1.9.1" #`, `"1.10" #`, "release: 4", "release: 1", "v1.9/hello-1.9.1", "v1.10/hello-1.10", "hello@1.9.1", "hello@1.10",
		"R_1_9_1/data_1_9_1", "R_1_10/data_1_10").Replace(commented)
	want = strings.Replace(strings.ReplaceAll(want, "AAAA", next), "other-7.tar.gz : "+next, "other-7.tar.gz : "+old, 1)
	if string(text) != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	if got, want := strings.Join(asked, " "), "https://x.org/v1.10/hello-1.10.tar.gz debian:hello@1.10 https://x.org/R_1_10/data_1_10.tar.gz"; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
	// The same version again: its release goes up where a hash is another one.
	text, err = r.Update("1.9.1", func(u Upstream) (string, error) { return next, nil })
	if err != nil || !strings.Contains(string(text), "release: 5\n") {
		t.Errorf("%v\n%s", err, text)
	}
	text, err = r.Update("1.9.1", func(u Upstream) (string, error) { return old, nil })
	if err != nil || string(text) != string(r.Text) {
		t.Errorf("nothing new: %v\n%s", err, text)
	}
}

func TestUpdateIsRefused(t *testing.T) {
	hash := strings.Repeat("a", 64)
	for _, test := range []struct{ label, rest, version, want string }{
		{"not a version", "", "1 2", `version "1 2": use letters`},
		{"no version in the location", "upstreams:\n  - https://x.org/latest.tar.gz : " + hash + "\n", "2", "stone.yaml:7: no upstream has 1.2.13 in its location; edit the recipe by hand"},
		{"a failure of the network", "upstreams:\n  - debian:zlib@1.2.13 : " + hash + "\n", "2", "no network"},
		{"an unknown release of musl", "upstreams:\n  - musl:1.2.3\n", "2", "the new recipe has mistakes: "},
	} {
		text := whole + test.rest
		if strings.Contains(test.rest, "musl") {
			text = strings.Replace(text, "1.2.13", "1.2.3", 1)
		}
		r, err := Parse("stone.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Update(test.version, func(Upstream) (string, error) { return "", errors.New("no network") }); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.label, err, test.want)
		}
	}
	if r, err := Parse("stone.yaml", []byte("name: a\nversion: 1.10\nrelease: 1\ninstall: x\n")); err != nil || r.Version != "1.10" {
		t.Errorf("a version that is a number: %v, %+v", err, r)
	}
}
