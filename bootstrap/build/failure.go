package build

import (
	"fmt"
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
)

// A BuildError is a build that failed in the sandbox.
type BuildError struct {
	Name, Version string // of the package
	Recipe        string // the recipe's file
	Why           string
	Log           string // path of the log
	First         string // its first error
	Tail          string // its last lines
}

func (e *BuildError) Error() string {
	return fmt.Sprintf("%s %s: %s\n%s\nrecipe: %s\nlog:    %s\nto do:  read the log, correct the recipe and run again; what was built before is kept",
		e.Name, e.Version, e.Why, indent(e.Tail), e.Recipe, e.Log)
}

// failed makes the error of a build that did not do its work, and marks its log.
func (r *run) failed(step *plan.Step, why string) error {
	log := r.State.FailedLog(step)
	if err := os.Rename(r.State.Log(step), log); err != nil {
		return err
	}
	return &BuildError{
		Name: step.Recipe.Name, Version: step.Recipe.Version, Recipe: step.Recipe.File,
		Why: why, Log: log, First: firstError(log), Tail: tail(log, 12),
	}
}

// indent sets a log's lines off from the message around them.
func indent(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ")
}
