package frame

import (
	"github.com/spf13/cobra"
)

// shells are those that completion is written for.
var shells = []string{"bash", "zsh", "fish"}

// completionVerb is `completion SHELL`.
func completionVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "a script that completes command lines in " + list(shells),
		Long: `Write a script to the standard output that completes verbs, options and their
values in bash, zsh or fish.`,
		Example: `. <($TOOL completion bash)
$TOOL completion zsh > /usr/share/zsh/site-functions/_$TOOL
$TOOL completion fish > ~/.config/fish/completions/$TOOL.fish`,
		Args:      oneShell,
		ValidArgs: completions(shells),
		RunE: func(cmd *cobra.Command, args []string) error {
			return Output(0, writeCompletion(cmd, args[0]))
		},
	}
}

func oneShell(cmd *cobra.Command, args []string) error {
	if err := One("shell")(cmd, args); err != nil {
		return err
	}
	if err := checkValue(args[0], shells); err != nil {
		return Usagef("shell %q: %w", args[0], err)
	}
	return nil
}

func writeCompletion(cmd *cobra.Command, shell string) error {
	root, out := cmd.Root(), cmd.OutOrStdout()
	switch shell {
	case "zsh":
		return root.GenZshCompletion(out)
	case "fish":
		return root.GenFishCompletion(out, true)
	}
	return root.GenBashCompletionV2(out, true)
}
