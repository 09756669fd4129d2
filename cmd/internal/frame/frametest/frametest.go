// Package frametest checks that a tool's help, manual pages and completion name
// all that its commands have.
package frametest

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Check renders everything that is made from the tool's commands.
func Check(t *testing.T, tool func() *frame.Tool) {
	root := tool().Command()
	pages := t.TempDir()
	if err := frame.WriteMan(root, pages); err != nil {
		t.Fatal(err)
	}
	checkCompletion(t, tool)
	checkCommand(t, tool, pages, root)
	for _, verb := range root.Commands() {
		if !verb.Hidden {
			checkCommand(t, tool, pages, verb)
		}
	}
}

// run runs the tool and returns its standard output.
func run(t *testing.T, tool func() *frame.Tool, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := tool().Run(context.Background(), strings.NewReader(""), &out, &errs, args); code != frame.ExitOK {
		t.Errorf("%s: exit %d: %s", strings.Join(args, " "), code, errs.String())
	}
	return out.String()
}

func checkCommand(t *testing.T, tool func() *frame.Tool, pages string, cmd *cobra.Command) {
	t.Run(cmd.Name(), func(t *testing.T) {
		if cmd.Long == "" || cmd.Short == "" || cmd.Example == "" {
			t.Error("a command has a line, a text and an example")
		}
		var call []string
		if cmd.HasParent() {
			call = []string{cmd.Name()}
		}
		help := run(t, tool, append(call, "--help")...)
		if cmd.HasParent() {
			if other := run(t, tool, "help", cmd.Name()); other != help {
				t.Errorf("`help %s` and --help differ:\n%s\n%s", cmd.Name(), other, help)
			}
		}
		page, err := os.ReadFile(filepath.Join(pages, strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1"))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(page), `\-`, "-")
		for _, line := range strings.Split(help, "\n") {
			if len(line) > 80 {
				t.Errorf("the help has a line of %d columns: %s", len(line), line)
			}
		}
		offered := run(t, tool, append(append([]string{"__complete"}, call...), "--")...)
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			checkOption(t, f, help, text, offered)
		})
	})
}

func checkOption(t *testing.T, f *pflag.Flag, help, page, offered string) {
	if f.Name == "help" || f.Hidden {
		return
	}
	if f.Usage == "" {
		t.Errorf("--%s has no text", f.Name)
	}
	for where, text := range map[string]string{"the help": help, "the manual page": page, "the completion": offered} {
		if !strings.Contains(text, "--"+f.Name) {
			t.Errorf("%s lacks --%s:\n%s", where, f.Name, text)
		}
	}
	value, _ := pflag.UnquoteUsage(f)
	switch f.Value.Type() {
	case "bool":
	case "duration": // as in other programs that read Go's notation, 90m or 1h30m
		if value != "duration" {
			t.Errorf("--%s %s: the usage calls the value a duration, in backquotes", f.Name, value)
		}
	default:
		if value != strings.ToUpper(value) {
			t.Errorf("--%s %s: the usage names the kind of the value in backquotes, in capitals", f.Name, value)
		}
	}
}

// checkCompletion has each shell that is there read its script.
func checkCompletion(t *testing.T, tool func() *frame.Tool) {
	for shell, mark := range map[string]string{"bash": "complete -o", "zsh": "#compdef", "fish": "complete -c"} {
		script := run(t, tool, "completion", shell)
		if !strings.Contains(script, mark) {
			t.Errorf("completion %s lacks %q", shell, mark)
		}
		if path, err := exec.LookPath(shell); err == nil {
			command := exec.Command(path, "-n")
			command.Stdin = strings.NewReader(script)
			if out, err := command.CombinedOutput(); err != nil {
				t.Errorf("%s -n: %v\n%s", shell, err, out)
			}
		}
	}
}
