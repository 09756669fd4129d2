// Package documents runs the command lines of the project's documents. In a block
// that is marked console, a line that begins with "$ " is a command, which lines
// that begin with "> " continue, and the others are its output; "..." in it stands
// for anything. Of a block that is marked sh, verbs, options and targets are looked
// up: its commands need root, stage2, or minutes.
package documents

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// texts are the documents.
func texts(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(found) < 4 {
		t.Fatalf("documents: %v, %v", found, err)
	}
	return append(found, "../../README.md")
}

// blocks are the lines of the blocks of a kind in a document.
func blocks(t *testing.T, file, kind string) [][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for i, part := range strings.Split("\n"+string(text), "\n```") {
		if label, body, ok := strings.Cut(part, "\n"); ok && i%2 == 1 && label == kind {
			all = append(all, strings.Split(body, "\n"))
		}
	}
	return all
}

// A step is a command and what it prints.
type step struct {
	command string
	output  []string
}

func steps(block []string) []step {
	var all []step
	for _, line := range block {
		last := len(all) - 1
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			all = append(all, step{command: command})
		} else if more, ok := strings.CutPrefix(line, "> "); ok && last >= 0 && len(all[last].output) == 0 {
			all[last].command += "\n" + more
		} else if last >= 0 {
			all[last].output = append(all[last].output, line)
		}
	}
	return all
}

// pattern matches the output of a step.
func (s step) pattern() *regexp.Regexp {
	text := ""
	for _, line := range s.output {
		if line == "..." {
			text += `(?:.*\n)*`
			continue
		}
		text += strings.ReplaceAll(regexp.QuoteMeta(line), `\.\.\.`, ".*") + `\n`
	}
	return regexp.MustCompile("^" + text + "$")
}

func bin(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../../bin")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestConsole(t *testing.T) {
	ran := 0
	for _, file := range texts(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			dir := t.TempDir()
			if filepath.Base(file) == "README.md" {
				tarball(t, dir)
			}
			for _, block := range blocks(t, file, "console") {
				for _, s := range steps(block) {
					ran++
					command := exec.Command("bash", "-c", s.command)
					command.Dir, command.Env = dir, append(os.Environ(), "PATH="+bin(t)+":"+os.Getenv("PATH"), "HOME="+dir, "XDG_CACHE_HOME="+dir)
					out, _ := command.CombinedOutput()
					if !s.pattern().Match(out) {
						t.Errorf("$ %s\n%swant\n%s", s.command, out, strings.Join(s.output, "\n"))
					}
				}
			}
		})
	}
	if ran < 15 {
		t.Errorf("only %d commands", ran)
	}
}

// targets are those of the Makefile and what it includes.
func targets(t *testing.T) string {
	t.Helper()
	all := ""
	for _, name := range []string{"Makefile", "conformance/proofs.mk", "tools/package.mk"} {
		text, err := os.ReadFile(filepath.Join("../..", name))
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
	}
	return all
}

var longOption = regexp.MustCompile(`(?:^| )(--[a-z0-9-]+)`)

func TestCommandsExist(t *testing.T) {
	seen, makefiles := 0, targets(t)
	for _, file := range texts(t) {
		for _, block := range blocks(t, file, "sh") {
			for _, line := range block {
				words := strings.Fields(line)
				switch {
				case len(words) > 1 && words[0] == "make":
					if seen++; !regexp.MustCompile(`(?m)^[a-z -]*\b` + regexp.QuoteMeta(words[1]) + `\b[a-z -]*:`).MatchString(makefiles) {
						t.Errorf("%s: there is no target of `%s`", file, line)
					}
				case len(words) > 1 && (words[0] == "bootstrap" || words[0] == "wildebeest"):
					seen++
					lookUp(t, file, line, words)
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d commands", seen)
	}
}

// lookUp holds a command line against the help of its verb.
func lookUp(t *testing.T, file, line string, words []string) {
	t.Helper()
	help, err := exec.Command(filepath.Join(bin(t), words[0]), "help", words[1]).CombinedOutput()
	if err != nil {
		t.Errorf("%s: `%s`: %s", file, line, help)
		return
	}
	own, _, _ := strings.Cut(line, " -- ")
	for _, option := range longOption.FindAllStringSubmatch(own, -1) {
		if !regexp.MustCompile(regexp.QuoteMeta(option[1]) + `\b`).Match(help) {
			t.Errorf("%s: `%s`: there is no option %s", file, line, option[1])
		}
	}
}

// TestEveryVerbIsListed holds the tables of docs/commands.md against the programs' help.
func TestEveryVerbIsListed(t *testing.T) {
	text, general := read(t, "docs/commands.md"), []string{"completion", "man", "help"}
	for _, tool := range []string{"wildebeest", "bootstrap"} {
		help, err := exec.Command(filepath.Join(bin(t), tool), "help").Output()
		if err != nil {
			t.Fatal(err)
		}
		_, section, _ := strings.Cut(text, "\n| `"+tool+"` | what it does |")
		section, _, _ = strings.Cut(section, "\n\n")
		_, verbs, _ := strings.Cut(string(help), "verbs:\n")
		verbs, _, _ = strings.Cut(verbs, "\n\n")
		if strings.Count(verbs, "\n") < 5 {
			t.Errorf("%s has the verbs %q", tool, verbs)
		}
		for line := range strings.Lines(verbs) {
			verb := strings.Fields(line)[0]
			if !slices.Contains(general, verb) && !regexp.MustCompile("(?m)^\\| [^|]*`"+verb+"`").MatchString(section) {
				t.Errorf("docs/commands.md has no row of %s %s", tool, verb)
			}
		}
	}
}

// TestEveryProofIsListed looks for the targets of conformance/proofs.mk in
// docs/contributor.md.
func TestEveryProofIsListed(t *testing.T) {
	text := read(t, "docs/contributor.md")
	all := regexp.MustCompile(`(?m)^([a-z -]+):`).FindAllStringSubmatch(read(t, "conformance/proofs.mk"), -1)
	if len(all) < 8 {
		t.Errorf("only %d targets", len(all))
	}
	for _, found := range all {
		for _, target := range strings.Fields(found[1]) {
			if !strings.Contains(text, "`make "+target+"`") {
				t.Errorf("docs/contributor.md does not say what make %s does", target)
			}
		}
	}
}
