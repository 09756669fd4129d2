// Package frame is what the project's commands with verbs have in common: how a
// command line is read, which exit status an error becomes, the form of every
// message, and the help, manual pages and completions, all of them made from
// the same cobra commands.
//
// A message is `tool: what was attempted: cause`, in lower case and without a
// full stop, then what to do about it. What was attempted begins with the verb.
package frame

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/suggest"
	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	ExitOK     = 0
	ExitUsage  = 2   // a wrong command line
	ExitOutput = 141 // the reader of the output went away: a shell's status for SIGPIPE
)

// A Tool is a command with verbs.
type Tool struct {
	Name    string // of the program
	Summary string // one line
	Doc     string // what follows the summary in the help, or nothing
	Example string // a session of a few lines
	Status  string // what the exit statuses say, where a verb does not say it
	Verbs   []*cobra.Command

	Data        func() []string // lines of --version about the releases that the tool knows; may be nil
	Failure     int             // exit status of a verb that returns an error
	Interrupted string          // what is true after the run was interrupted
}

// Run runs the verb that args name and returns the exit status. It writes the
// message of an error to stderr. The verb's outputs are Writers of package
// printable, so that no verb can forget to make its text harmless; Raw of that
// package is for bytes that a verb passes on. Run returns soon after the end of ctx,
// also when the verb does not: main exits then, and with it all that the verb does.
func (t *Tool) Run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	root := t.Command()
	out, errs := printable.NewWriter(stdout), printable.NewWriter(stderr)
	root.SetIn(stdin)
	root.SetOut(out)
	root.SetErr(errs)
	root.SetArgs(append([]string{}, args...)) // nil would be os.Args
	status := make(chan int, 1)
	go func() {
		ran, err := root.ExecuteContextC(ctx)
		if flushed := out.Flush(); err == nil {
			err = Output(0, flushed)
		}
		code := t.report(ctx, errs, ran, err)
		errs.Flush()
		status <- code
	}()
	select {
	case code := <-status:
		return code
	case <-after(ctx, grace):
		return t.abandon(stderr)
	}
}

// How long a verb may take to end after an interrupt, and then the message, of
// which the reader may have gone to sleep. What a verb keeps on the disk is whole
// at every moment, as it has to be for a SIGKILL.
const (
	grace        = 1200 * time.Millisecond
	messageGrace = 200 * time.Millisecond
)

// after returns a channel that is closed some time after the end of ctx.
func after(ctx context.Context, d time.Duration) <-chan struct{} {
	done := make(chan struct{})
	context.AfterFunc(ctx, func() { time.AfterFunc(d, func() { close(done) }) })
	return done
}

// abandon reports an interrupt after which the verb did not end.
func (t *Tool) abandon(stderr io.Writer) int {
	written := make(chan struct{})
	go func() {
		fmt.Fprintf(stderr, "%s: %s\n", t.Name, t.interrupted())
		close(written)
	}()
	select {
	case <-written:
	case <-time.After(messageGrace):
	}
	return t.Failure
}

// interrupted is what a run that was interrupted says.
func (t *Tool) interrupted() string { return strings.TrimSuffix("interrupted; "+t.Interrupted, "; ") }

// Command makes the cobra command of the tool, with its verbs and those that
// every tool has: completion, help and man.
func (t *Tool) Command() *cobra.Command {
	cobra.EnableCommandSorting = false // the verbs stand in the order of use
	root := &cobra.Command{
		Use:           t.Name + " VERB [OPTION...] [ARG...]",
		Short:         t.Summary,
		Long:          t.Doc,
		Example:       t.Example,
		Annotations:   ExitStatus(t.Status),
		Args:          t.unknownVerb,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	printVersion := root.Flags().Bool("version", false, "print the version")
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if *printVersion {
			return t.writeVersion(cmd.OutOrStdout())
		}
		writeHelp(cmd.ErrOrStderr(), cmd)
		return Exit(ExitUsage)
	}
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { writeHelp(cmd.OutOrStdout(), cmd) })
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(t.Verbs...)
	root.AddCommand(completionVerb(), manVerb())
	root.SetHelpCommand(helpVerb())
	root.InitDefaultHelpCmd()
	for _, verb := range root.Commands() {
		verb.Flags().SortFlags = false
		verb.DisableFlagsInUseLine = true
	}
	return root
}

// unknownVerb refuses an argument that is no verb.
func (t *Tool) unknownVerb(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return Usagef("unknown verb %q%s", args[0], suggest.DidYouMean(args[0], verbNames(root)))
}

// verbNames are the verbs that the help lists.
func verbNames(root *cobra.Command) []string {
	var names []string
	for _, verb := range root.Commands() {
		if !verb.Hidden {
			names = append(names, verb.Name())
		}
	}
	return names
}

// helpVerb is `help [VERB]`.
func helpVerb() *cobra.Command {
	return &cobra.Command{
		Use:               "help [VERB]",
		Short:             "this text, or a verb's options",
		Long:              "Show the verbs, or how one of them is used.",
		Example:           "$TOOL help completion",
		Args:              AtMost(1, "verb"),
		ValidArgsFunction: completeVerbs,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			if len(args) == 0 {
				writeHelp(cmd.OutOrStdout(), root)
				return nil
			}
			for _, verb := range root.Commands() {
				if verb.Name() == args[0] || verb.HasAlias(args[0]) {
					verb.InitDefaultHelpFlag()
					writeHelp(cmd.OutOrStdout(), verb)
					return nil
				}
			}
			return Usagef("unknown verb %q%s", args[0], suggest.DidYouMean(args[0], verbNames(root)))
		},
	}
}

func completeVerbs(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var found []cobra.Completion
	for _, verb := range cmd.Root().Commands() {
		if !verb.Hidden {
			found = append(found, cobra.CompletionWithDesc(verb.Name(), verb.Short))
		}
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
