package tables

import (
	"fmt"
	"slices"
	"strings"
)

// A Span tells of each release, the oldest first, whether it has a name.
type Span []bool

// First and Last are the places of the first and of the last release that has the
// name, or -1.
func (s Span) First() int { return slices.Index(s, true) }

// Last is described at First.
func (s Span) Last() int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] {
			return i
		}
	}
	return -1
}

// Text writes the span in words of the releases' versions: "1.2.4..1.2.5" for each
// run of releases, without the first word where the run begins at the oldest and
// without the second where it ends at the newest, so that a new release which has
// the name changes no line. A run of one release in the middle is its version; no
// release is "".
func (s Span) Text(versions []string) string {
	var runs []string
	for from := 0; from < len(s); from++ {
		if !s[from] {
			continue
		}
		to := from
		for to+1 < len(s) && s[to+1] {
			to++
		}
		runs = append(runs, run(from, to, versions))
		from = to
	}
	return strings.Join(runs, " ")
}

func run(from, to int, versions []string) string {
	first, last := versions[from], versions[to]
	if from == to && from > 0 && to < len(versions)-1 {
		return first
	}
	if from == 0 {
		first = ""
	}
	if to == len(versions)-1 {
		last = ""
	}
	return first + ".." + last
}

// ParseSpan reads what Text writes.
func ParseSpan(text string, versions []string) (Span, error) {
	s := make(Span, len(versions))
	for _, run := range strings.Fields(text) {
		first, last, ok := strings.Cut(run, "..")
		if !ok {
			last = first
		}
		from, to := 0, len(versions)-1
		if first != "" {
			from = slices.Index(versions, first)
		}
		if last != "" {
			to = slices.Index(versions, last)
		}
		if from < 0 || to < from {
			return nil, fmt.Errorf("no releases %q: known are %s", run, strings.Join(versions, ", "))
		}
		for i := from; i <= to; i++ {
			s[i] = true
		}
	}
	return s, nil
}
