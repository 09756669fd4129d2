package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// hostileNames are file names that are no UTF-8, that look like such a one in
// JSON, or that act on a terminal.
var hostileNames = []string{"a\xff.c", "a\xfe.c", "a%FF.c", "a%25FF.c", `a\xff.c`, "a\x1b]0;x\a.c", "a\u202e.c", "a\nb.c: 1", "50%.c"}

// TestNamesStayApart writes findings of such files in every form: no two names
// become one, and nothing acts on a terminal.
func TestNamesStayApart(t *testing.T) {
	r := &Report{All: true, Tool: "wildebeest", Tree: "tree\x1b[2J", Notes: []Note{{File: "n\xff", Text: "open n\xff\x1b: no"}}}
	for _, name := range hostileNames {
		r.Findings = append(r.Findings, Finding{Rule: RuleGNUism, Name: "error", File: name, Line: 1, Column: 1,
			Text: "/* \x1b]52;c;x\a */ a < b\u2066", Remedy: Remedy{Kind: "none", Text: "-"}})
	}
	r.Finish()
	for name, write := range Formats {
		var out bytes.Buffer
		if err := write(r, &out); err != nil {
			t.Fatal(err)
		}
		if name != "text" && strings.ContainsFunc(out.String(), func(c rune) bool { return c == 0x1b || c == 0x202e || c == 0x2066 || c == 0xfffd }) {
			t.Errorf("%s has control characters, or names that are cut: %s", name, out.String())
		}
		var files []string
		switch name {
		case "text":
			for line := range strings.Lines(out.String()) {
				if file, _, ok := strings.Cut(line, ":1:1: "); ok {
					files = append(files, file)
				}
			}
		case "json":
			var back Report
			if err := json.Unmarshal(out.Bytes(), &back); err != nil {
				t.Fatal(err)
			}
			for i, f := range back.Findings {
				files = append(files, f.File)
				if f.File != r.Findings[i].File {
					t.Errorf("%q was read back as %q", r.Findings[i].File, f.File)
				}
			}
			if !strings.Contains(out.String(), `"file": "a%FF.c"`) || !strings.Contains(out.String(), "a < b") {
				t.Errorf("the JSON is %s", out.String())
			}
		case "github":
			for line := range strings.Lines(out.String()) {
				if file, _, ok := strings.Cut(line, ",line=1,"); ok {
					files = append(files, file)
				}
			}
		default:
			for line := range strings.Lines(out.String()) {
				if strings.Contains(line, `"uri"`) {
					files = append(files, line)
				}
			}
			files = slices.DeleteFunc(files, func(line string) bool { return strings.Contains(line, "n%FF") })
		}
		slices.Sort(files)
		if len(files) != len(hostileNames) || len(slices.Compact(files)) != len(hostileNames) {
			t.Errorf("%s has the files %q, want %d", name, files, len(hostileNames))
		}
	}
}
