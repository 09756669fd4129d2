package store

import "os"

// trialDir has a directory for each package that was tried.
const trialDir = "trials"

// Trial is the directory of what is known about a package that was tried: its draft,
// and what came of it.
func (s *State) Trial(name string) string { return s.path(trialDir, name) }

// Scratch makes an empty directory for a package that is looked at before it is built.
// Discard removes it; so does the next run that locks the state.
func (s *State) Scratch(name string) (string, error) {
	dir := s.path(workDir, "sources-of-"+name)
	if err := s.Discard(dir); err != nil {
		return "", err
	}
	return dir, os.MkdirAll(dir, 0o700)
}
