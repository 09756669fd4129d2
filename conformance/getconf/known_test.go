package getconf_test

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// row is a line of known.tsv: what follows getconf on a command line of sh,
// and what glibc's tool and ours say. "(empty)" is an empty line, any other
// text in parentheses stands for an answer that differs between machines or is
// long, a newline inside of an answer is written \n, and a case may end in * to stand for all names that begin so.
type row struct{ command, reference, ours, reason string }

func knownRows(t *testing.T) (rows []row) {
	t.Helper()
	content, err := os.ReadFile("../known.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSuffix(string(content), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 || f[4] == "" {
			t.Fatalf("known.tsv:%d: want five columns and a reason: %q", i+1, line)
		}
		if f[0] == "getconf" {
			rows = append(rows, row{f[1], f[2], f[3], f[4]})
		}
	}
	return rows
}

// TestKnown: no row of known.tsv has stopped being true.
func TestKnown(t *testing.T) {
	needTable(t)
	for _, r := range knownRows(t) {
		if strings.HasSuffix(r.command, "*") {
			continue // TestKnownIsComplete
		}
		theirs, we := told(t, hostOwn, r.command), told(t, ours, r.command)
		if !matches(r.reference, theirs) || !matches(r.ours, we) || theirs == we && !varies(r) {
			t.Errorf("known.tsv says getconf %s: %q, ours %q; it is %q, ours %q", r.command, r.reference, r.ours, theirs, we)
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

func covered(rows []row, name string) bool {
	for _, r := range rows {
		first, _, _ := strings.Cut(r.command, " ")
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
func varies(r row) bool { return matches(r.reference, "") && matches(r.ours, "") }

func matches(cell, said string) bool {
	return cell == said || cell != "(empty)" && strings.HasPrefix(cell, "(")
}
