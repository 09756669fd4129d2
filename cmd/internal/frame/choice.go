package frame

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// A choice is an option with one or several values out of a list.
type choice struct {
	values  *[]string
	known   []string
	several bool
}

// Choice adds an option that takes one of the known values; the usage names its
// kind in backquotes. The completion of the shell offers the values.
func Choice(cmd *cobra.Command, name, value string, known []string, usage string) *string {
	c := &choice{values: &[]string{value}, known: known}
	addChoice(cmd, c, name, usage)
	return &(*c.values)[0]
}

// Choices adds an option that takes known values, separated by commas, and may
// be repeated.
func Choices(cmd *cobra.Command, name string, known []string, usage string) *[]string {
	c := &choice{values: new([]string), known: known, several: true}
	addChoice(cmd, c, name, usage)
	return c.values
}

func addChoice(cmd *cobra.Command, c *choice, name, usage string) {
	cmd.Flags().Var(c, name, usage)
	complete := cobra.FixedCompletions(completions(c.known), cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc(name, complete); err != nil {
		panic(err) // the option was added above
	}
}

func completions(values []string) []cobra.Completion {
	return append([]cobra.Completion(nil), values...)
}

func (c *choice) String() string { return strings.Join(*c.values, ",") }

// Type is what pflag shows where the usage names no kind.
func (c *choice) Type() string { return "string" }

// Set reads one value, or several where the option takes them.
func (c *choice) Set(text string) error {
	if !c.several {
		if err := checkValue(text, c.known); err != nil {
			return err
		}
		(*c.values)[0] = text
		return nil
	}
	for value := range strings.SplitSeq(text, ",") {
		if err := checkValue(value, c.known); err != nil {
			return fmt.Errorf("%q: %w", value, err)
		}
		*c.values = append(*c.values, value)
	}
	return nil
}

func list(words []string) string { return strings.Join(words, ", ") }
