package suite

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

// Committed lists what is wrong with the committed tables in dir: a test that does
// worse than on glibc without a reason, a page that is not of the results, and
// fewer than least passes, which no whole run has.
func Committed(dir string, least int) ([]string, error) {
	rows, err := readResults(dir)
	if err != nil {
		return nil, err
	}
	problems := unexplained(rows)
	if passed := count(rows, ofMusl)[Pass]; passed < least {
		problems = append(problems, fmt.Sprintf("%d tests pass; the table is not of a whole run", passed))
	}
	page, err := os.ReadFile(filepath.Join(dir, markdownFile))
	if err != nil {
		return nil, err
	}
	if !strings.HasSuffix(string(page), markdown(rows)) {
		problems = append(problems, fmt.Sprintf("%s is not what %s says; run the tests again", markdownFile, resultsFile))
	}
	return problems, nil
}

// readResults reads results.tsv, what the last run found.
func readResults(dir string) ([]row, error) {
	reasons, err := readReasons(dir)
	if err != nil {
		return nil, err
	}
	var rows []row
	err = tsv.ReadFile(filepath.Join(dir, resultsFile), 3, func(f []string) error {
		rows = append(rows, row{Test: f[0], Glibc: f[1], Musl: f[2], Reason: reasons[f[0]]})
		return nil
	})
	return rows, err
}
