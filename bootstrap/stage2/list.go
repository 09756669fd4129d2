package stage2

import (
	"bufio"
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A list is the parsed package list of a release. It is the only file that may
// name versions of a compiler or another tool.
type list struct {
	compilers []compiler // the first is the release's own
	packages  []string
	without   []string          // globs
	links     map[string]string // name in usr/bin → target in the same directory
	commands  map[string]string // name in usr/bin → variable with the command that it runs
}

// A compiler is a version of clang, by its number, with the packages that have it.
type compiler struct {
	version  string
	packages []string
}

// usualNames are the links and commands of every list.
//
//go:embed names.txt
var usualNames string

// parseList parses the text of a package list; file is its name in errors.
func parseList(file, text string) (list, error) {
	l := list{links: make(map[string]string), commands: make(map[string]string)}
	for _, part := range []struct{ file, text string }{{"names.txt", usualNames}, {file, text}} {
		if err := l.read(part.file, part.text); err != nil {
			return list{}, err
		}
	}
	if len(l.compilers) == 0 {
		return list{}, fmt.Errorf("%s: no compiler: a line compiler VERSION PACKAGE... is missing", file)
	}
	return l, nil
}

// read adds the lines of a file.
func (l *list) read(file, text string) error {
	lines := bufio.NewScanner(strings.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		switch {
		case fields[0] == "package" && len(fields) == 2:
			l.packages = append(l.packages, fields[1])
		case fields[0] == "compiler" && len(fields) > 2:
			l.compilers = append(l.compilers, compiler{fields[1], fields[2:]})
		case fields[0] == "without" && len(fields) == 2:
			l.without = append(l.without, fields[1])
		case fields[0] == "link" && len(fields) == 3:
			l.links[fields[1]] = fields[2]
		case fields[0] == "command" && len(fields) == 3:
			l.commands[fields[1]] = fields[2]
		default:
			return fmt.Errorf("%s:%d: %q: expected compiler VERSION PACKAGE..., package NAME, without PATTERN, link NAME TARGET or command NAME VARIABLE", file, n, lines.Text())
		}
	}
	return lines.Err()
}

// wanted are the packages of a tree with a version of the compiler.
func (l list) wanted(version string) []string {
	for _, c := range l.compilers {
		if c.version == version {
			return slices.Concat(c.packages, l.packages)
		}
	}
	return nil
}

func (l list) excluded(name string) bool {
	for _, pattern := range l.without {
		if ok, _ := path.Match(pattern, name); ok {
			return true
		}
	}
	return false
}
