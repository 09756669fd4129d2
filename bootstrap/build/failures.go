package build

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
)

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
		failed.Why, failed.Log = inBuild.Why, inBuild.Log
	}
	s.tell(e.step.Recipe, failed)
	s.broken[e.step] = true
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
