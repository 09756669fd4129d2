// Package stage2 provides the runtime that builds stage3: compiler, linker,
// make, shell and their friends, all under /serpent, where chroots have it
// mounted read-only. It is either a tree of the user's or one assembled from
// Debian packages that are relocated to /serpent.
package stage2

import (
	"bufio"
	_ "embed"
	"fmt"
	"path"
	"strings"
)

// Prefix is where chroots have the runtime.
const Prefix = "/serpent"

//go:embed debian.txt
var debianTable string

// debian is the parsed table of debian.txt.
type debian struct {
	packages []string
	without  []string          // globs
	links    map[string]string // name in usr/bin → target in the same directory
}

func parseTable(text string) (debian, error) {
	table := debian{links: make(map[string]string)}
	lines := bufio.NewScanner(strings.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		switch {
		case fields[0] == "package" && len(fields) == 2:
			table.packages = append(table.packages, fields[1])
		case fields[0] == "without" && len(fields) == 2:
			table.without = append(table.without, fields[1])
		case fields[0] == "link" && len(fields) == 3:
			table.links[fields[1]] = fields[2]
		default:
			return debian{}, fmt.Errorf("debian.txt:%d: %q: expected package NAME, without PATTERN or link NAME TARGET", n, lines.Text())
		}
	}
	return table, nil
}

func (d debian) excluded(name string) bool {
	for _, pattern := range d.without {
		if ok, _ := path.Match(pattern, name); ok {
			return true
		}
	}
	return false
}
