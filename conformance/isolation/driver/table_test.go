package driver

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

// tableFile has what came of every attack where it was last written, by make
// isolation.
const tableFile = "attacks.tsv"

var write = flag.Bool("write", false, "write "+tableFile)

const columns = 4 // attack, what it tries, as root, as a user

// checkTable makes sure that the table has what came of each attack, or writes it.
func checkTable(t *testing.T, rows [][]string) {
	t.Helper()
	var text strings.Builder
	text.WriteString("# Written by make isolation: attack on the driver, what it tries, and what came of it as root and as an\n# ordinary user. Contained: tried, to no effect; refused: the driver says why; stopped: by a limit.\n")
	wanted := make(map[string]string)
	for _, row := range rows {
		fmt.Fprintln(&text, strings.Join(row, "\t"))
		wanted[row[0]] = strings.Join(row, ": ")
	}
	if *write && !t.Failed() {
		if err := os.WriteFile(tableFile, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	err := tsv.ReadFile(tableFile, columns, func(row []string) error {
		if got := strings.Join(row, ": "); got != wanted[row[0]] {
			return fmt.Errorf("%s, and now %q; run make isolation", got, wanted[row[0]])
		}
		delete(wanted, row[0])
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	for name := range wanted {
		t.Errorf("%s is not in %s; run make isolation", name, tableFile)
	}
}
