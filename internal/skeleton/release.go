package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/internal/durable"
)

// releases is the table of musl's releases.
const releases = "musl/releases.tsv"

// addRelease adds a line to the table, whose releases are in the order of their dates,
// where the date puts it.
func addRelease(values map[string]string) ([]string, error) {
	text, err := os.ReadFile(releases)
	if err != nil {
		return nil, err
	}
	fresh := strings.Join([]string{values["VERSION"], values["DATE"], values["SHA256"], "-"}, "\t") + "\n"
	var table strings.Builder
	added := false
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(line, "\t")
		if len(fields) > 1 && !strings.HasPrefix(line, "#") {
			if fields[0] == values["VERSION"] {
				return nil, fmt.Errorf("%s has %s already", releases, values["VERSION"])
			}
			if !added && fields[1] > values["DATE"] {
				table.WriteString(fresh)
				added = true
			}
		}
		table.WriteString(line)
	}
	if !added {
		table.WriteString(fresh)
	}
	return []string{releases}, durable.WriteFile(releases, []byte(table.String()), 0o644)
}
