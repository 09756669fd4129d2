package frame

import (
	"errors"
	"fmt"

	"github.com/serpent-os/wildebeest/internal/suggest"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// None is for verbs that take no arguments.
func None(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return Usagef("unexpected argument %q", args[0])
	}
	return nil
}

// One is for verbs that take one argument, of this kind.
func One(kind string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return Usagef("want one %s, have %d", kind, len(args))
		}
		return nil
	}
}

// AtMost is for verbs that take up to n arguments of this kind.
func AtMost(n int, kind string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > n {
			return Usagef("unexpected argument %q; one %s at a time", args[n], kind)
		}
		return nil
	}
}

// Some is for verbs that take one argument of this kind or more.
func Some(kind string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return Usagef("want a %s", kind)
		}
		return nil
	}
}

// Required is the error of an option that was not given, such as "-o DIR".
func Required(option string) error { return Usagef("%s is missing", option) }

// flagError is the error of an option that is unknown or has a wrong value.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return unknownOption(cmd, unknown.GetSpecifiedName())
	case errors.As(err, &invalid):
		return Usagef("--%s %q: %w", invalid.GetFlag().Name, invalid.GetValue(), errors.Unwrap(invalid))
	}
	return usageError{err}
}

func unknownOption(cmd *cobra.Command, name string) error {
	if len(name) == 1 {
		return Usagef("unknown option -%s", name)
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			known = append(known, "--"+f.Name)
		}
	})
	return Usagef("unknown option --%s%s", name, suggest.DidYouMean("--"+name, known))
}

// checkValue returns an error unless a value is one of those that are known.
func checkValue(value string, known []string) error {
	for _, k := range known {
		if k == value {
			return nil
		}
	}
	return fmt.Errorf("known are %s%s", list(known), suggest.DidYouMean(value, known))
}

// Exactly is for verbs that take n arguments of this kind.
func Exactly(n int, kind string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return Usagef("want %d of: %s, have %d", n, kind, len(args))
		}
		return nil
	}
}

// AtLeast is for verbs that take n arguments of this kind, or more.
func AtLeast(n int, kind string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < n {
			return Usagef("want at least %d of: %s, have %d", n, kind, len(args))
		}
		return nil
	}
}
