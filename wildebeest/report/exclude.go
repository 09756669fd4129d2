package report

import (
	"fmt"
	"path"
	"slices"
)

// Exclude removes the findings of files that match one of the shell patterns, or that
// are in a directory that does, and counts the summary again.
func (r *Report) Exclude(globs []string) error {
	for _, glob := range globs {
		if _, err := path.Match(glob, ""); err != nil {
			return fmt.Errorf("%q: %w", glob, err)
		}
	}
	if len(globs) == 0 {
		return nil
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		for p := f.File; p != "." && p != "/"; p = path.Dir(p) {
			if slices.ContainsFunc(globs, func(glob string) bool { return matches(glob, p) }) {
				return true
			}
		}
		return false
	})
	r.Summary.count(r.Findings)
	return nil
}

// matches compares a pattern with a path, and one without a slash with its last part.
func matches(glob, p string) bool {
	whole, _ := path.Match(path.Clean(glob), p)
	base, _ := path.Match(glob, path.Base(p))
	return whole || base
}
