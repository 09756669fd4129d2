package store

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/internal/remove"
	"github.com/serpent-os/wildebeest/internal/temporary"
	"golang.org/x/sys/unix"
)

const (
	workDir = "work"
	// trashDir has what could not be removed. Each run tries again.
	trashDir = ".trash"
)

// Work is the directory for the build of one step.
func (s *State) Work(step *plan.Step) string {
	return s.path(workDir, step.Recipe.ID()+"-"+step.Key[:shortKey])
}

// NewWork makes the directory for the build of one step, empty. Lock removes what
// an interrupted build left there.
func (s *State) NewWork(step *plan.Step) (string, error) {
	dir := s.Work(step)
	if err := s.Discard(dir); err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	// What the directory's own access control list has by default would become the
	// files' own.
	err := unix.Removexattr(dir, "system.posix_acl_default")
	if err != nil && !errors.Is(err, unix.ENODATA) && !errors.Is(err, unix.ENOTSUP) {
		return "", &os.PathError{Op: "remove the default access control list of", Path: dir, Err: err}
	}
	return dir, nil
}

// Discard removes a file or tree of the state. What can't be removed is moved
// aside, and Notes tells of it.
func (s *State) Discard(path string) error { return s.discard(context.Background(), path) }

// removal is how long a build that was interrupted takes to remove its directory.
// What is left then, the next run removes.
const removal = time.Second

// DiscardWork is Discard for the directory of a build, whose context may have
// ended.
func (s *State) DiscardWork(ctx context.Context, dir string) error {
	if ctx.Err() == nil {
		return s.Discard(dir)
	}
	brief, end := context.WithTimeout(context.Background(), removal)
	defer end()
	s.discard(brief, dir)
	return nil
}

func (s *State) discard(ctx context.Context, path string) error {
	note, err := remove.OrMove(ctx, path, s.path(trashDir))
	if note != "" {
		s.note(note)
	}
	return err
}

// removeLeftovers removes what interrupted runs left. A tree of a hundred thousand
// directories takes seconds; a signal that ends the program ends this too.
func (s *State) removeLeftovers() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, unix.SIGTERM)
	defer stop()
	for _, dir := range []string{s.dir, s.Stage2(), s.Sources()} {
		for _, prefix := range []string{".new-", ".partial-"} {
			if err := temporary.Sweep(dir, prefix); err != nil {
				s.note(err.Error())
			}
		}
	}
	builds, err := filepath.Glob(s.path(workDir, "*"))
	if err != nil {
		return err
	}
	for _, leftover := range append(builds, s.path(workDir), s.path("root.new")) {
		if err := s.discard(ctx, leftover); err != nil {
			return err
		}
	}
	var left *remove.LeftError
	if err := remove.Until(ctx, s.path(trashDir)); errors.As(err, &left) {
		s.note(left.Error() + "; remove it by hand")
	} else if err != nil {
		return err
	}
	return nil
}
