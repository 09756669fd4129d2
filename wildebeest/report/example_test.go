package report_test

import (
	"encoding/json"
	"fmt"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// Two reports of `wildebeest scan --format json`, of before and after a change.
func ExampleCompare() {
	var before, after report.Report
	for text, into := range map[string]*report.Report{
		`{"tree": "a", "findings": [{"rule": "gnuism", "name": "argp_parse", "file": "a.c", "line": 3, "text": "argp_parse();", "level": "build"}]}`: &before,
		`{"tree": "a", "findings": []}`: &after,
	} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			fmt.Println(err)
			return
		}
	}
	difference := report.Compare(&before, &after)
	fmt.Println(len(difference.Added), "added,", len(difference.Resolved), "resolved")
	// Output: 0 added, 1 resolved
}
