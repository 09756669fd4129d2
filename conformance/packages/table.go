package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
	"github.com/serpent-os/wildebeest/musl"
)

// fine is the result of a build that succeeded.
const fine = "fine"

// failure is the result of a build that failed, with its first error.
func failure(first string) string { return "fails: " + tidy(first) }

// A row is what there is to say of one package.
type row struct {
	Package, Version string
	Declared         []string // modules, by the recipe
	Found            []string // modules, by the scan of the source
	Linked           []string // modules, by the notes in the installed files
	Without, With    string   // fine, or failure
}

var columns = []string{"package", "version", "declared", "found", "linked", "without", "with"}

func (r row) cells() []string {
	return []string{r.Package, r.Version, list(r.Declared), list(r.Found), list(r.Linked), r.Without, r.With}
}

func list(modules []string) string {
	if len(modules) == 0 {
		return "–"
	}
	return strings.Join(modules, " ")
}

func unlist(cell string) []string {
	if cell == "–" {
		return nil
	}
	return strings.Fields(cell)
}

// maxError bounds an error in the table, in runes.
const maxError = 100

// place is FILE:LINE:COLUMN before a compiler's message.
var place = regexp.MustCompile(`^(?:\S*/)?([^/\s]+):\d+:\d+: `)

// tidy makes an error fit a table's cell: the file's name without directory and
// line, tabs and bars gone, not too long.
func tidy(text string) string {
	text = place.ReplaceAllString(strings.Join(strings.Fields(text), " "), "$1: ")
	text = strings.ReplaceAll(text, "|", "/")
	if runes := []rune(text); len(runes) > maxError {
		text = string(runes[:maxError-1]) + "…"
	}
	return text
}

const tsvHead = `# Written by "make packages": packages built against musl, unpatched, without libwildebeest and
# with the modules that they declare. found is what the scanner says they need, linked what the notes
# in the installed files show; a module of headers alone leaves none.
`

// writeTables writes packages.tsv, for the test, and packages.md, for people.
func writeTables(dir string, rows []row) error {
	var tsv strings.Builder
	tsv.WriteString(tsvHead)
	for _, cells := range slices.Concat([][]string{columns}, cellsOf(rows)) {
		fmt.Fprintln(&tsv, strings.Join(cells, "\t"))
	}
	if err := os.WriteFile(filepath.Join(dir, "packages.tsv"), []byte(tsv.String()), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "packages.md"), []byte(markdown(rows)), 0o666)
}

func cellsOf(rows []row) [][]string {
	var all [][]string
	for _, r := range rows {
		all = append(all, r.cells())
	}
	return all
}

// readTable reads what writeTables wrote.
func readTable(dir string) ([]row, error) {
	var rows []row
	err := tsv.ReadFile(filepath.Join(dir, "packages.tsv"), len(columns), func(cells []string) error {
		if slices.Equal(cells, columns) {
			return nil
		}
		rows = append(rows, row{
			Package: cells[0], Version: cells[1], Declared: unlist(cells[2]), Found: unlist(cells[3]),
			Linked: unlist(cells[4]), Without: cells[5], With: cells[6],
		})
		return nil
	})
	return rows, err
}

var markdownHead = `# Packages, unpatched, on musl

Written by ` + "`make packages`" + `: each is built against musl ` + musl.Stage3().Version + ` as its recipe says, without
libwildebeest and with the modules that it declares. *Found* are the modules that
the scanner says the source needs; *linked* are those that the notes in the
installed files show. A module of headers alone leaves no note, and a package that
brings a replacement of its own builds without, too.

`

func markdown(rows []row) string {
	var b strings.Builder
	b.WriteString(markdownHead)
	fmt.Fprintf(&b, "| %s |\n|%s\n", strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
	for _, cells := range cellsOf(rows) {
		for _, i := range []int{5, 6} {
			if what, first, ok := strings.Cut(cells[i], ": "); ok {
				cells[i] = what + ": `" + strings.ReplaceAll(first, "`", "'") + "`"
			}
		}
		fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | "))
	}
	declaring, needing := 0, 0
	for _, r := range rows {
		if len(r.Declared) > 0 {
			declaring++
			if r.Without != fine {
				needing++
			}
		}
	}
	fmt.Fprintf(&b, "\n%d packages; %d declare modules, of which %d fail without them and %d build without, too.\n",
		len(rows), declaring, needing, declaring-needing)
	return b.String()
}
