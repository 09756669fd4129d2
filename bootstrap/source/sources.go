package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// deriveSources copies sources.list and sources.list.d below etc with deb-src
// enabled and, where another suite is wanted, that one in place of the machine's.
func (a *Apt) deriveSources(etc string) error {
	own, err := a.replaced()
	if err != nil {
		return err
	}
	list, err := os.ReadFile(filepath.Join(etc, "sources.list"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	list = oneLineSources(list, own, a.Suite)
	used := len(list)
	if err := os.WriteFile(a.path("sources.list"), list, 0o644); err != nil {
		return err
	}
	parts, err := os.ReadDir(filepath.Join(etc, "sources.list.d"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, part := range parts {
		data, err := os.ReadFile(filepath.Join(etc, "sources.list.d", part.Name()))
		if err != nil {
			return err
		}
		switch filepath.Ext(part.Name()) {
		case ".list":
			data = oneLineSources(data, own, a.Suite)
		case ".sources":
			data = deb822Sources(data, own, a.Suite)
		default:
			continue // apt ignores it too
		}
		used += len(data)
		if err := os.WriteFile(a.path("sources.d", part.Name()), data, 0o644); err != nil {
			return err
		}
	}
	if a.Suite != "" && used == 0 {
		return fmt.Errorf("no source names the suite %s, in whose place %s would be; write it by its codename", own, a.Suite)
	}
	return nil
}

// replaced is the codename of the machine's own release (os-release(5)), or ""
// where no other suite is wanted.
func (a *Apt) replaced() (string, error) {
	if a.Suite == "" {
		return "", nil
	}
	text, err := os.ReadFile("/etc/os-release")
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "VERSION_CODENAME="); ok {
			return strings.Trim(name, `"`), nil
		}
	}
	return "", errors.New("/etc/os-release has no VERSION_CODENAME, in whose place another suite would be")
}

// suite returns what a suite of the machine's is called in another release:
// bookworm-updates becomes trixie-updates. A suite that is not of the machine's
// release is false. Without a wanted release each suite stays as it is.
func suite(name, own, wanted string) (string, bool) {
	if wanted == "" {
		return name, true
	}
	rest, ok := strings.CutPrefix(name, own)
	return wanted + rest, ok && (rest == "" || rest[0] == '-' || rest[0] == '/')
}

// oneLineSource is a line of sources.list(5): type, options, URI, suite, components.
var oneLineSource = regexp.MustCompile(`^deb(\s+(?:\[[^\]]*\]\s+)?\S+\s+)(\S+)(.*)$`)

// oneLineSources returns the deb lines, each with a deb-src line.
func oneLineSources(list []byte, own, wanted string) []byte {
	var out bytes.Buffer
	lines := bufio.NewScanner(bytes.NewReader(list))
	for lines.Scan() {
		part := oneLineSource.FindStringSubmatch(strings.TrimSpace(lines.Text()))
		if part == nil {
			continue
		}
		if name, ok := suite(part[2], own, wanted); ok {
			rest := part[1] + name + part[3]
			out.WriteString("deb" + rest + "\ndeb-src" + rest + "\n")
		}
	}
	return out.Bytes()
}

var (
	typesField  = regexp.MustCompile(`(?mi)^Types:.*$`)
	suitesField = regexp.MustCompile(`(?mi)^Suites:(.*)$`)
	stanzaEnd   = regexp.MustCompile(`\n[ \t]*\n`)
)

// deb822Sources enables both types in every stanza (sources.list(5)).
func deb822Sources(data []byte, own, wanted string) []byte {
	data = typesField.ReplaceAll(data, []byte("Types: deb deb-src"))
	if wanted == "" {
		return data
	}
	var kept []string
	for _, stanza := range stanzaEnd.Split(string(data), -1) {
		field := suitesField.FindStringSubmatch(stanza)
		if field == nil {
			continue
		}
		var suites []string
		for _, name := range strings.Fields(field[1]) {
			if name, ok := suite(name, own, wanted); ok && !slices.Contains(suites, name) {
				suites = append(suites, name)
			}
		}
		if len(suites) > 0 {
			kept = append(kept, suitesField.ReplaceAllLiteralString(stanza, "Suites: "+strings.Join(suites, " ")))
		}
	}
	return []byte(strings.Join(kept, "\n\n"))
}
