package build

import (
	"cmp"
	"fmt"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

// A BuildError is a build that failed in the sandbox.
type BuildError struct {
	Name, Version string // of the package
	Recipe        string // the recipe's file
	Why           string
	Command       *recipe.Failure // the command that ended the script, or nil where it is not known
	Log           string          // path of the log
	First         string          // its first error; else the command, or the log's last line
	Tail          string          // its last lines
}

func (e *BuildError) Error() string {
	return fmt.Sprintf("%s %s: %s\n%s\nrecipe: %s\nlog:    %s\nto do:  read the log, correct the recipe and run again; what was built before is kept",
		e.Name, e.Version, e.Why, indent(e.Tail), e.where(), e.Log)
}

// where is the recipe's file, and the line of the command that failed.
func (e *BuildError) where() string {
	if e.Command == nil || e.Command.Line == 0 {
		return e.Recipe
	}
	return fmt.Sprintf("%s:%d", e.Recipe, e.Command.Line)
}

// failed makes the error of a build that did not do its work, and marks its log.
func (r *run) failed(step *plan.Step, why string, command *recipe.Failure) error {
	log := r.State.FailedLog(step)
	if err := os.Rename(r.State.Log(step), log); err != nil {
		return err
	}
	e := &BuildError{
		Name: step.Recipe.Name, Version: step.Recipe.Version, Recipe: step.Recipe.File,
		Why: why, Command: command, Log: log, First: firstError(log), Tail: tail(log, 12),
	}
	if command != nil {
		e.First = cmp.Or(e.First, command.String())
	}
	e.First = cmp.Or(e.First, tail(log, 1))
	return e
}

// indent sets a log's lines off from the message around them.
func indent(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ")
}
