package gnuism

import (
	"fmt"
	"slices"
	"strings"
)

// Release is a release of musl, in order of time.
type Release int

// releases are those that musl-names.tsv tells apart; the first stands for all
// before it as well.
var releases = []string{"1.1.24", "1.2.0", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "git-2025-05-27"}

// Never is after every release, Always too: a name since Never is in none, a
// name until Always is still there.
const (
	Never  Release = 1000
	Always Release = 999
)

// Newest is the newest numbered release known.
var Newest = Release(slices.Index(releases, "1.2.5"))

// ParseTarget reads a target such as "musl-1.2.3". The empty string is Newest.
func ParseTarget(s string) (Release, error) {
	if s == "" {
		return Newest, nil
	}
	i := slices.Index(releases, strings.TrimPrefix(s, "musl-"))
	if i < 0 {
		return 0, fmt.Errorf("unknown target %q: known are musl-%s", s, strings.Join(releases, ", musl-"))
	}
	return Release(i), nil
}

// String returns the target's name, such as "musl-1.2.3".
func (r Release) String() string {
	if r < 0 || int(r) >= len(releases) {
		return "never"
	}
	return "musl-" + releases[r]
}

func parseSince(s string) (Release, error) {
	switch s {
	case "-":
		return Never, nil
	case "<=1.1.24":
		return 0, nil
	}
	return ParseTarget(s)
}

func parseLast(s string) (Release, error) {
	if s == "-" {
		return Always, nil
	}
	return ParseTarget(s)
}
