package ledger

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReportOfHostileNames reports on names and a log that would act on a
// terminal or on a page.
func TestReportOfHostileNames(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ledger.jsonl")
	book, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	const broke = "a|b <img src=x> `c` [d](http://e) \u202e\nf"
	for _, r := range []Record{
		{Name: "p", Version: "1", Release: 1, Outcome: Built, Declared: []string{"argp"}, Found: []Finding{{"argp_parse", "argp", "a\n`|\x1b.c", 1, false}}},
		{Name: "p", Version: "1", Release: 1, Outcome: Failed, Without: true, Broke: broke},
	} {
		if err := book.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil || strings.ContainsAny(string(kept), "\x1b\u202e") {
		t.Errorf("the ledger has %q, %v", kept, err)
	}
	report := book.Make([]string{"p"}, func(string) bool { return false })
	for _, form := range Formats.Names() {
		var out bytes.Buffer
		if err := Formats.Write(&out, form, report); err != nil {
			t.Fatal(err)
		}
		if form != "json" && strings.ContainsAny(out.String(), "\x1b\u202e") || strings.Contains(out.String(), "\nf") {
			t.Errorf("%s: %q", form, out.String())
		}
		if form == "markdown" {
			for _, want := range []string{"a\\|b &lt;img src=x> `c` \\[d\\](http://e) \\\\u202e", "`argp_parse (argp) \"a\\n'|\\x1b.c\":1`"} {
				if !strings.Contains(out.String(), want) {
					t.Errorf("no %s in %s", want, out.String())
				}
			}
		}
	}
}
