package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

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
	Limit         string          // the option of the limit at which it was stopped, or ""
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

// stopped makes the error of a build that was stopped at a limit.
func (r *run) stopped(step *plan.Step, why error, limit string) error {
	err := r.failed(step, why.Error(), nil)
	var failed *BuildError
	if errors.As(err, &failed) {
		failed.Limit = limit
	}
	return err
}

// Failures are what kept a run from building all that it was to build.
type Failures struct {
	Errors  []error  // one for each package that failed
	Skipped []string // packages that were not begun because of them
}

func (f *Failures) Error() string {
	var texts []string
	for _, err := range f.Errors {
		texts = append(texts, err.Error())
	}
	text := strings.Join(texts, "\n\n")
	if len(f.Errors) > 1 {
		text = fmt.Sprintf("%d packages failed\n\n%s", len(f.Errors), text)
	}
	if len(f.Skipped) > 0 {
		text += fmt.Sprintf("\nnot begun (%d): %s", len(f.Skipped), strings.Join(f.Skipped, ", "))
	}
	return text
}

// Unwrap gives errors.As and errors.Is each package's error.
func (f *Failures) Unwrap() []error { return f.Errors }

// fail takes in an error. One that only says that the run was ended is none of
// the package's.
func (s *schedule) fail(e ending) {
	if errors.Is(e.err, context.Canceled) {
		return
	}
	s.failures.Errors = append(s.failures.Errors, e.err)
	// With a full disk, whatever else is tried fails too.
	if !s.KeepGoing || errors.Is(e.err, syscall.ENOSPC) || errors.Is(e.err, syscall.EDQUOT) {
		s.stopping = true
	}
	failed := Event{Kind: Failed, Why: e.err.Error()}
	var inBuild *BuildError
	if errors.As(e.err, &inBuild) {
		failed.Why, failed.Log, failed.Limit = inBuild.Why, inBuild.Log, inBuild.Limit
	}
	s.tell(e.step.Recipe, failed)
	s.broken[e.step], s.history[e.step].over = true, true
}

// outcome is the run's error.
func (s *schedule) outcome(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if len(s.failures.Errors) == 0 {
		return nil
	}
	for _, step := range s.missing {
		if !s.broken[step] && !s.State.Has(step) {
			s.failures.Skipped = append(s.failures.Skipped, step.Recipe.Name)
		}
	}
	return &s.failures
}

// indent sets a log's lines off from the message around them.
func indent(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ")
}
