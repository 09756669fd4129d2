package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/creack/pty"
)

// controls are what the status is drawn with.
var controls = regexp.MustCompile("\033\\[[0-9;]*[A-Za-z]|\r")

// onTerminal runs the program on a terminal of 40 columns and returns what it wrote.
func onTerminal(t *testing.T, env string, args ...string) string {
	t.Helper()
	command := exec.Command(program(t), args...)
	command.Env = append(os.Environ(), "TERM=xterm", env)
	screen, err := pty.StartWithSize(command, &pty.Winsize{Rows: 10, Cols: 40})
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	var out bytes.Buffer
	io.Copy(&out, screen) // EIO at the end
	command.Wait()
	return out.String()
}

// TestProgress has one build that prints, and then one that fails.
func TestProgress(t *testing.T) {
	recipes, dir := recipeSet(t, map[string]string{
		"slow": "builddeps: [filesystem]\ninstall: |\n  printf 'what the build \\033 does, and much more of it\\n'\n  sleep 2.5\n  echo > %(installroot)/x\n",
	}), t.TempDir()
	options := tools(t, recipes, dir)
	out := onTerminal(t, "NO_COLOR=", append([]string{"stage3"}, options...)...)
	contains(t, "the first run", out, "[0/2] 0:00", "[1/2] 0:0", "slow 1 0:01 ", "what the build \\x1b does, …", "stage3: [2/2] slow 1 built in ")
	contains(t, "the rows", out, "\033[1A\033[J")
	if strings.Contains(out, "\033[31m") || strings.Contains(out, "does \x1b") {
		t.Errorf("colour, or a control of the build's:\n%q", out)
	}
	for row := range strings.SplitSeq(controls.ReplaceAllString(out, "\n"), "\n") {
		if utf8.RuneCountInString(row) > 39 && (strings.HasPrefix(row, "[") || strings.HasPrefix(row, "slow")) {
			t.Errorf("a row of the status has more than 39 columns: %q", row)
		}
	}
	// Nothing of it in the log of a machine, and the estimate at once.
	writeRecipe(t, recipes, "slow", "builddeps: [filesystem]\ninstall: |\n  sleep 1\n  exit 3\n")
	out, _, code := bootstrap(t, append([]string{"stage3"}, options...)...)
	log := "\n    log: " + filepath.Join(dir, "logs/slow/slow-1-1-")
	if contains(t, "plain lines", out, "stage3: 1 of 2 packages to build, about ", "stage3: [1/2] slow 1: the recipe changed\n", "stage3: slow 1 failed: ", log); code != 1 || strings.ContainsAny(out, "\r\033") {
		t.Errorf("exit %d\n%q", code, out)
	}
	out = onTerminal(t, "NO_COLOR=", append([]string{"stage3"}, options...)...)
	contains(t, "the failure", out, "\033[31mstage3: slow 1 failed: ", "[1/2] 0:00, about ", "slow 1 0:00/0:0")
	if out = onTerminal(t, "NO_COLOR=1", append([]string{"stage3"}, options...)...); strings.Contains(out, "\033[31m") {
		t.Errorf("colour in spite of NO_COLOR:\n%q", out)
	}
}
