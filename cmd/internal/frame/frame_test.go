package frame_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/serpent-os/wildebeest/cmd/internal/frame/frametest"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/spf13/cobra"
)

// tool has a verb that ends as its argument says.
func tool() *frame.Tool {
	verb := &cobra.Command{
		Use: "fell [OPTION...] TREE", Short: "cut a tree down", Long: "Cut a tree down.", Example: "tool fell oak",
		Args: frame.One("tree"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch args[0] {
			case "oak":
				return errors.New("oak: it is too hard")
			case "ash":
				return fmt.Errorf("fell ash: %w", io.ErrUnexpectedEOF)
			case "reader":
				return frame.Output(0, &fsError{syscall.EPIPE})
			case "seven":
				return frame.Code(7)
			case "wait":
				<-cmd.Context().Done()
				return cmd.Context().Err()
			}
			_, err := fmt.Fprintln(cmd.OutOrStdout(), args[0])
			return err
		},
	}
	frame.Choice(verb, "with", "saw", []string{"axe", "saw"}, "cut with a `TOOL`: axe or saw")
	frame.Choices(verb, "keep", []string{"leaves", "roots"}, "keep a `LIST` of leaves, roots")
	verb.Flags().IntP("jobs", "j", 0, "cut `N` at a time")
	return &frame.Tool{
		Name: "tool", Summary: "cut trees", Doc: "Cut trees.", Example: "tool fell oak", Status: "0 done, 1 failed",
		Verbs: []*cobra.Command{verb}, Failure: 1, Interrupted: "the tree may fall",
	}
}

func TestRendering(t *testing.T) { frametest.Check(t, tool) }

func TestMessages(t *testing.T) {
	const options = " `tool help fell` lists the options\n"
	for _, test := range []struct {
		args   string
		code   int
		stderr string
	}{
		{"fell birch", 0, ""},
		{"fell --with axe --keep roots,leaves birch", 0, ""},
		{"fell oak", 1, "tool: fell: oak: it is too hard\n"},
		{"fell ash", 1, "tool: fell ash: unexpected EOF\n"},
		{"fell reader", 141, ""},
		{"fell seven", 7, ""},
		{"fell", 2, "tool: fell: want one tree, have 0;" + options},
		{"fell --whit axe oak", 2, "tool: fell: unknown option --whit; did you mean --with?" + options},
		{"fell -x oak", 2, "tool: fell: unknown option -x;" + options},
		{"fell --with sew oak", 2, `tool: fell: --with "sew": known are axe, saw; did you mean saw?` + options},
		{"fell --with spoon oak", 2, `tool: fell: --with "spoon": known are axe, saw;` + options},
		{"fell --keep roots,fruit oak", 2, `tool: fell: --keep "roots,fruit": "fruit": known are leaves, roots;` + options},
		{"fell --jobs", 2, "tool: fell: flag needs an argument: --jobs;" + options},
		{"fell --jobs x oak", 2, "tool: fell: --jobs \"x\": must be an integer;" + options},
		{"fel oak", 2, "tool: unknown verb \"fel\"; did you mean fell? `tool help` lists the verbs\n"},
		{"mow", 2, "tool: unknown verb \"mow\"; `tool help` lists the verbs\n"},
		{"help fel", 2, "tool: help: unknown verb \"fel\"; did you mean fell? `tool help` lists the verbs\n"},
		{"completion tcsh", 2, "tool: completion: shell \"tcsh\": known are bash, zsh, fish; `tool help completion` lists the options\n"},
		{"man", 2, "tool: man: -o DIR is missing; `tool help man` lists the options\n"},
	} {
		var out, errs bytes.Buffer
		code := tool().Run(context.Background(), strings.NewReader(""), &out, &errs, strings.Fields(test.args))
		if code != test.code || errs.String() != test.stderr {
			t.Errorf("tool %s: exit %d, %q; want %d, %q", test.args, code, errs.String(), test.code, test.stderr)
		}
	}
}

type fsError struct{ error }

func (e *fsError) Unwrap() error { return e.error }

func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var errs bytes.Buffer
	code := tool().Run(ctx, nil, io.Discard, &errs, []string{"fell", "wait"})
	if want := "tool: fell: interrupted; the tree may fall\n"; code != 1 || errs.String() != want {
		t.Errorf("exit %d, %q; want 1, %q", code, errs.String(), want)
	}
}

// TestInterruptedAndDeaf has a verb that never ends, and a standard error that
// nobody reads.
func TestInterruptedAndDeaf(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	deaf := &frame.Tool{Name: "tool", Failure: 3, Verbs: []*cobra.Command{{
		Use: "sleep", RunE: func(*cobra.Command, []string) error { stop(); select {} },
	}}}
	unread, full := io.Pipe()
	defer unread.Close()
	begin := time.Now()
	if code := deaf.Run(ctx, nil, io.Discard, full, []string{"sleep"}); code != 3 {
		t.Errorf("exit %d, want 3", code)
	}
	if took := time.Since(begin); took > 10*time.Second { // 2 s, on a machine that has nothing else to do
		t.Errorf("it took %v", took)
	}
}

// TestOutputIsHarmless has a verb print, fail and write JSON with what acts on a
// terminal.
func TestOutputIsHarmless(t *testing.T) {
	const hostile = "\x1b]0;CANARY\a\x9b2J\u202e\u200b\U000e0041\r"
	verb := func(name string, run func(cmd *cobra.Command) error) *cobra.Command {
		return &cobra.Command{Use: name, RunE: func(cmd *cobra.Command, _ []string) error { return run(cmd) }}
	}
	tool := &frame.Tool{Name: "tool", Failure: 1, Verbs: []*cobra.Command{
		verb("print", func(cmd *cobra.Command) error {
			return frame.Output(fmt.Fprintf(cmd.OutOrStdout(), "a%s\tb\n", hostile))
		}),
		verb("fail", func(*cobra.Command) error { return errors.New(hostile) }),
		verb("json", func(cmd *cobra.Command) error { return frame.WriteJSON(cmd.OutOrStdout(), hostile) }),
		verb("cut", func(cmd *cobra.Command) error { return frame.Output(fmt.Fprint(cmd.OutOrStdout(), "\xc3")) }),
		verb("raw", func(cmd *cobra.Command) error {
			return frame.Output(fmt.Fprint(printable.Raw(cmd.OutOrStdout()), hostile))
		}),
	}}
	const shown = `\x1b]0;CANARY\a\x9b2J\u202e\u200b\U000e0041\r`
	for name, want := range map[string]string{
		"print": "a" + shown + "\tb\n", "fail": "tool: fail: " + shown + "\n", "cut": `\xc3`, "raw": hostile,
		"json":  `"\u001b]0;CANARY\u0007\ufffd2J\u202e\u200b\udb40\udc41\r"` + "\n",
		hostile: `tool: unknown verb "` + shown + `"; ` + "`tool help` lists the verbs\n",
	} {
		var out bytes.Buffer
		tool.Run(context.Background(), strings.NewReader(""), &out, &out, []string{name})
		if out.String() != want {
			t.Errorf("%q: %q, want %q", name, out.String(), want)
		}
	}
}
