package job

import (
	"errors"
	"io"

	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/cmd/bootstrap/internal/progress"
	"github.com/serpent-os/wildebeest/cmd/internal/frame"
	"github.com/spf13/cobra"
)

// A Job is a driver that has locked the state, and the display of what it does.
type Job struct {
	*driver.Driver
	Show *progress.Display
	verb *cobra.Command
}

// Open locks the state for a verb; Close ends the lock. Progress goes to out.
func Open(verb *cobra.Command, out io.Writer, o *Options) (*Job, error) {
	if o.Jobs < 0 {
		return nil, frame.Usagef("--jobs %d: name a number of cores from 1, or none for all", o.Jobs)
	}
	if err := CheckLimits(o.Limits); err != nil {
		return nil, err
	}
	events, err := progress.OpenEvents(o.StatusFD)
	if err != nil {
		return nil, err
	}
	options, err := o.driver()
	if err != nil {
		return nil, err
	}
	show := progress.New(out, verb.Name())
	options.Observer, options.Jobs, options.KeepGoing, options.Limits = append(events, show), o.Jobs, o.KeepGoing, o.Limits
	d, err := driver.Open(options)
	if err != nil {
		show.Close()
		return nil, err
	}
	j := &Job{d, show, verb}
	j.complain()
	return j, nil
}

// complain tells what could not be removed, a line for each.
func (j *Job) complain() {
	for _, note := range j.State.Notes() {
		frame.Complain(j.verb.ErrOrStderr(), j.verb, errors.New(note))
	}
}

// Close takes the display away and unlocks the state.
func (j *Job) Close() {
	j.Show.Close()
	j.complain()
	j.Driver.Close()
}

// Look opens what there is to plan with, without writing or locking anything.
func (o *Options) Look() (*driver.View, error) {
	options, err := o.driver()
	if err != nil {
		return nil, err
	}
	return driver.Look(options)
}

// Plan makes the plan of the packages, or of all, as Look does.
func (o *Options) Plan(packages ...string) (*plan.Plan, *store.State, error) {
	view, err := o.Look()
	if err != nil {
		return nil, nil, err
	}
	made, err := view.Plan(packages...)
	return made, view.State, err
}
