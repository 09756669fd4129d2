package documents

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

// table reads a table that a test of another package of conformance has committed.
func table(t *testing.T, file string) [][]string {
	t.Helper()
	var rows [][]string
	err := tsv.ReadFile(filepath.Join("..", file), tsv.Any, func(fields []string) error {
		rows = append(rows, fields)
		return nil
	})
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, %v", file, len(rows), err)
	}
	return rows
}

// counted counts the rows whose cell of a column is the wanted one.
func counted(t *testing.T, rows [][]string, column int, wanted string) int {
	t.Helper()
	n := 0
	for _, row := range rows {
		if len(row) <= column {
			t.Fatalf("a row of %d columns: %q", len(row), row)
		}
		if row[column] == wanted {
			n++
		}
	}
	return n
}

// results is the README's section of results: no number in it is written by hand.
func results(t *testing.T) string {
	t.Helper()
	return "| | glibc | musl | musl + libwildebeest |\n|---|---|---|---|\n" +
		packageResults(t) + suiteResults(t, "systemd") + suiteResults(t, "elfutils") +
		"\n" + scannerResults(t) + verdictResults(t) + sandboxResults(t) + differences(t)
}

// Columns of packages.tsv.
const (
	packageName = iota
	packageVersion
	_ // declared
	_ // found
	_ // linked
	packageWithout
	packageWith
)

func packageRows(t *testing.T) [][]string {
	t.Helper()
	return table(t, "packages/packages.tsv")[1:] // without the head
}

func packageResults(t *testing.T) string {
	rows := packageRows(t)
	return fmt.Sprintf("| [%d packages](conformance/packages/packages.md), unpatched | – | %d build | %d build |\n",
		len(rows), counted(t, rows, packageWithout, "fine"), counted(t, rows, packageWith, "fine"))
}

// suiteResults are those of a package's own tests.
func suiteResults(t *testing.T, name string) string {
	version, without := "", "builds"
	for _, row := range packageRows(t) {
		if row[packageName] == name {
			if version = row[packageVersion]; row[packageWithout] != "fine" {
				without = "does not build"
			}
		}
	}
	rows := table(t, name+"/results.tsv")
	passes := func(column int) string {
		return fmt.Sprintf("%d of %d pass", counted(t, rows, column, "pass"), len(rows)-counted(t, rows, column, "absent"))
	}
	return fmt.Sprintf("| the tests of [%s %s](conformance/%s/results.md) | %s | %s | %s |\n", name, version, name, passes(1), without, passes(2))
}

// cells are those of the row of a page that begins with a word.
func cells(t *testing.T, page, first string) []string {
	t.Helper()
	for line := range strings.Lines(read(t, page)) {
		if row := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|"); strings.TrimSpace(row[0]) == first {
			for i := range row {
				row[i] = strings.TrimSpace(row[i])
			}
			return row
		}
	}
	t.Fatalf("%s has no row %s", page, first)
	return nil
}

func scannerResults(t *testing.T) string {
	all := cells(t, "conformance/accuracy/compilers.md", "**all**")
	speed := "conformance/accuracy/speed.md"
	return fmt.Sprintf(`- **The scanner** finds %s of the %s breaks that a [compiler](conformance/accuracy/compilers.md) meets
  in %s files; %s of its %s reports there are right. It takes %s for systemd, and clang %s.
`, all[3], all[2], all[1], all[6], all[5], cells(t, speed, "scan, first")[1], cells(t, speed, "clang -fsyntax-only, from 52 of 1300 files")[1])
}

// Columns of trials/truth.tsv.
const trialOutcome = 2

func verdictResults(t *testing.T) string {
	rows := table(t, "trials/truth.tsv")
	alone := counted(t, rows, trialOutcome, "alone")
	cured := counted(t, rows, trialOutcome, "with modules") + counted(t, rows, trialOutcome, "mended")
	judged := read(t, "conformance/trials/trials.md")
	wrong := strings.Count(judged, "| false |\n") + strings.Count(judged, "| missed")
	all := cells(t, "conformance/behaviour/behaviour.md", "**all**")
	return fmt.Sprintf(`- **The verdict**: of %d [packages that have no recipe](conformance/trials/trials.md), drafted and built with no edit, %d
  build as they are and %d with what the scan says; %d of those that build were judged wrongly. Of %s
  [programs](conformance/behaviour/behaviour.md) that behave otherwise on musl it finds %s, and is silent about %s of %s look-alikes.
`, len(rows), alone, cured, wrong, all[1], all[2], all[5], all[4])
}

func sandboxResults(t *testing.T) string {
	rows := table(t, "isolation/attacks.tsv")
	root, user := counted(t, rows, 4, "reached"), counted(t, rows, 5, "reached")
	return fmt.Sprintf(`- **The sandbox** of builds: of [%d attacks](conformance/isolation/attacks.tsv), %d reach the machine from a chroot,
  %d from bubblewrap, and %d from a build.
`, len(rows), counted(t, rows, 2, "reached"), counted(t, rows, 3, "reached"), max(root, user))
}

func differences(t *testing.T) string {
	count := make(map[string]int)
	for _, row := range table(t, "known.tsv") {
		tool, _, _ := strings.Cut(row[0], "/")
		count[strings.Replace(tool, "headers", "libwildebeest", 1)]++
	}
	return fmt.Sprintf(`- **What differs** from glibc or musl on purpose, each with its [reason](conformance/known.tsv): %d cases of getconf,
  %d of getent, %d of libwildebeest.
`, count["getconf"], count["getent"], count["libwildebeest"])
}

var resultsSection = regexp.MustCompile(`(?s)(<!-- results.*? -->\n).*?(<!-- end of results -->\n)`)

// TestResults holds the README against the tables; make readme writes it.
func TestResults(t *testing.T) {
	text := read(t, "README.md")
	if !resultsSection.MatchString(text) {
		t.Fatal("README.md has no section of results")
	}
	want := resultsSection.ReplaceAllString(text, "$1"+strings.ReplaceAll(results(t), "$", "$$")+"$2")
	if want == text {
		return
	}
	if !*write {
		t.Error("the results in README.md are not those of the tests' tables; run make readme")
	} else if err := os.WriteFile(filepath.Join("../..", "README.md"), []byte(want), 0o644); err != nil {
		t.Error(err)
	}
}

// TestNoOtherNumbers finds numbers in the README's prose that no test counts.
func TestNoOtherNumbers(t *testing.T) {
	prose := resultsSection.ReplaceAllString(read(t, "README.md"), "")
	prose = regexp.MustCompile("(?s)```.*?```|`[^`]*`|\\([^)]*\\)|Debian 12|audit 3\\.0\\.9").ReplaceAllString(prose, "")
	for _, number := range regexp.MustCompile(`\b[0-9]+\b`).FindAllString(prose, -1) {
		t.Errorf("README.md counts %s by hand", number)
	}
}
