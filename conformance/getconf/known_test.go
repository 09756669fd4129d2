package getconf_test

import (
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/known"
)

// knownRows are the rows of known.tsv for getconf. A case is what follows getconf
// on a command line of sh; one that ends in * stands for all names that begin so.
// An answer of "(empty)" is an empty line, any other text in parentheses stands
// for one that is long or differs between machines, and \n is a newline.
func knownRows(t *testing.T) []known.Row {
	t.Helper()
	rows, err := known.Read("getconf")
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestKnown: no row of known.tsv has stopped being true.
func TestKnown(t *testing.T) {
	needTable(t)
	for _, r := range knownRows(t) {
		if strings.HasSuffix(r.Case, "*") {
			continue // TestKnownIsComplete
		}
		theirs, we := told(t, hostOwn, r.Case), told(t, ours, r.Case)
		if !matches(r.Reference, theirs) || !matches(r.Ours, we) || theirs == we && !varies(r) {
			t.Errorf("known.tsv says getconf %s: %q, ours %q; it is %q, ours %q", r.Case, r.Reference, r.Ours, theirs, we)
		}
	}
}

// TestKnownIsComplete: every name that differs has a row. /proc is the same on
// all machines.
func TestKnownIsComplete(t *testing.T) {
	needTable(t)
	rows := knownRows(t)
	for _, name := range append(allNames(t)[:320], "NPROCESSORS_CONF", "NPROCESSORS_ONLN") {
		command := name
		if run(t, ours, muslMode, name, "/proc").code == 0 { // a path variable
			command += " /proc"
		}
		theirs, we := told(t, hostOwn, command), told(t, ours, command)
		if theirs != we && name != "_AVPHYS_PAGES" && !covered(rows, name) {
			t.Errorf("getconf %s: %q, ours %q: not in known.tsv", command, theirs, we)
		}
	}
}

func needTable(t *testing.T) {
	t.Helper()
	needHost(t)
	if runtime.GOARCH != "amd64" {
		t.Skip("the values in known.tsv are those of x86_64")
	}
}

func covered(rows []known.Row, name string) bool {
	for _, r := range rows {
		first, _, _ := strings.Cut(r.Case, " ")
		prefix, wild := strings.CutSuffix(first, "*")
		if first == name || wild && strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// told runs getconf from sh and puts what it says into one cell.
func told(t *testing.T, path, command string) string {
	t.Helper()
	// bash lets the tool be called getconf whatever its path is.
	r := finish(t, &exec.Cmd{Path: "/bin/bash", Args: []string{"bash", "-c", "exec -a getconf " + path + " " + command}, Env: muslMode})
	cell := strings.TrimSuffix(r.stdout, "\n")
	if r.code != 0 {
		cell = fmt.Sprintf("exit %d: %s", r.code, strings.TrimSuffix(r.stderr, "\n"))
	}
	cell = strings.ReplaceAll(cell, "\n", `\n`)
	if cell == "" {
		return "(empty)"
	}
	return cell
}

// varies says whether both answers differ between machines: then they may be
// the same by chance.
func varies(r known.Row) bool { return matches(r.Reference, "") && matches(r.Ours, "") }

func matches(cell, said string) bool {
	return cell == said || cell != "(empty)" && strings.HasPrefix(cell, "(")
}
