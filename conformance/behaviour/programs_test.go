package behaviour_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/tsv"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
)

// A behaviour is what one rule says, or one module of some functions.
type behaviour struct {
	row    string   // of the table, and the directory below testdata
	rule   string   // of the findings
	names  []string // that the findings are about; nil: any
	silent bool     // a scan is silent, and explain tells
}

// behaviours lists everything that the scanner says at the level behave.
func behaviours(t *testing.T) []behaviour {
	t.Helper()
	list := []behaviour{{row: report.RuleRedirect, rule: report.RuleRedirect}}
	for _, r := range all.Rules {
		if r.Class == rules.Behaviour && r.ID != "replaced" {
			list = append(list, behaviour{row: r.ID, rule: r.ID})
		}
	}
	modules, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		for _, d := range m.Differs {
			list = append(list, behaviour{row: "replaced/" + m.Name, rule: "replaced", names: d.Names, silent: d.Quiet})
		}
	}
	return list
}

// rows lists the rows of the table, which are directories of programs.
func rows(list []behaviour) (names []string) {
	for _, b := range list {
		names = append(names, b.row)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// A program shows a difference, or that there is none.
type program struct {
	row, file string // the file's path
	text      string
	differs   bool
	until     string // the last release that differs, or ""
	builds    bool   // it builds until then, and differs until the newest
	std       string // the language, or ""
}

func (p *program) String() string { return strings.TrimPrefix(p.file, testdata(".")) }

var (
	until    = regexp.MustCompile(`(builds )?until (musl-[0-9.]+)`)
	standard = regexp.MustCompile(`std (\w+)`)
)

// programs reads those of a row.
func programs(t *testing.T, row string) (list []*program) {
	t.Helper()
	for _, kind := range []string{"differs", "alike"} {
		files, err := filepath.Glob(filepath.Join(testdata(row), kind+"-*.c"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p := &program{row: row, file: file, text: string(text), differs: kind == "differs"}
			if match := until.FindStringSubmatch(p.text); match != nil {
				p.builds, p.until = match[1] != "", match[2]
			}
			if match := standard.FindStringSubmatch(p.text); match != nil {
				p.std = match[1]
			}
			list = append(list, p)
		}
	}
	return list
}

// testdata is the absolute path of a row's directory.
func testdata(row string) string {
	dir, err := filepath.Abs("testdata")
	if err != nil {
		panic(err) // there is no current directory
	}
	if row == "." {
		return dir + string(filepath.Separator)
	}
	return filepath.Join(dir, filepath.FromSlash(row))
}

// A reason says why no program shows a behaviour.
type reason struct{ row, name, side, text string }

// reasons reads reasons.tsv.
func reasons(t *testing.T) (list []reason) {
	t.Helper()
	err := tsv.ReadFile("reasons.tsv", 4, func(fields []string) error {
		list = append(list, reason{fields[0], fields[1], fields[2], fields[3]})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
