package musl

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for name, want := range map[string]string{"musl-1.2.3": "1.2.3", "1.2.3": "1.2.3", "": Newest().Version, "musl": Newest().Version, "musl-git-2025-05-27": "git-2025-05-27"} {
		if got, err := Parse(name); err != nil || got.Version != want {
			t.Errorf("%q: %v, %v", name, got, err)
		}
	}
	_, err := Parse("musl-0.9")
	if err == nil || !strings.Contains(err.Error(), `"musl-0.9": known are musl-1.1.24, `) {
		t.Errorf("an unknown release: %v", err)
	}
}

func TestReleases(t *testing.T) {
	if !Newest().Numbered() || Newest().SHA256 == "" {
		t.Errorf("the newest release is %+v: its source must be available", Newest())
	}
	if r := Stage3(); r.SHA256 == "" {
		t.Errorf("stage3 is built of %s, whose source must be available", r)
	}
	for _, r := range WithSource() {
		if len(r.URLs()) == 0 {
			t.Errorf("%s has a hash and no place to fetch it from", r)
		}
	}
}

func TestTableIsChecked(t *testing.T) {
	for text, want := range map[string]string{
		"1.0\t2020-01-01\t-\n":                           "releases.tsv:1: the line has 3 fields",
		"1.0\t2020\t-\t-\n":                              "releases.tsv:1: parsing time",
		"1.0\t2020-01-01\tabc\t-\n":                      `releases.tsv:1: "abc" is no sha256`,
		"1.1\t2020-01-02\t-\t-\n1.0\t2020-01-01\t-\t-\n": "releases.tsv:2: musl-1.0 is not newer than musl-1.1",
	} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
