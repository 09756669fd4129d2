package scan

import (
	"fmt"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// Bounds of a scan, beside those of package srctree. What lies beyond them is
// told in a note. No tree of those that the scanner is measured on has a tenth.
const (
	maxFacts    = 3_000_000 // of all files
	maxFindings = 100_000   // of all files
	maxOfFile   = 50_000    // findings of one file
	maxInclude  = 900       // directories of #include
	maxReaders  = 8         // files that are read at a time
	large       = 4 << 20   // bytes; files beyond are read one at a time
)

// A unit costs the facts of all files that it includes. A tree whose units
// include each other in wide circles would cost the square of its size: so all
// of them may cost a multiple of the tree. Those of systemd 252 cost 21 times it.
const (
	costFactor = 800
	costBase   = 1_000_000
)

func (t *tree) budget() int {
	all := 0
	for _, f := range t.files {
		all += 1 + f.Count()
	}
	return costBase + costFactor*all
}

func (t *tree) cost(files []int32) int {
	cost := 0
	for _, i := range files {
		cost += 1 + t.files[i].Count()
	}
	return cost
}

// report adds a finding of a file, and says whether that is within the bounds.
func (j *judgement) report(i int32, f found) bool {
	j.count[i]++
	if j.count[i] > maxOfFile || len(j.out) >= maxFindings {
		return false
	}
	j.out = append(j.out, f)
	return true
}

// notes says what was found and is not in the report, and what was not judged.
func (j *judgement) notes() []report.Note {
	var notes []report.Note
	reported := map[string]int32{}
	for k := range j.out {
		reported[j.out[k].File]++
	}
	for i, n := range j.count {
		if left := n - reported[j.files[i].Path]; left > 0 {
			notes = append(notes, report.Note{File: j.files[i].Path, Text: fmt.Sprintf("%d more findings are left out", left)})
		}
	}
	if j.unjudged > 0 {
		notes = append(notes, report.Note{File: ".", Text: fmt.Sprintf("%d units are not judged: the tree's files include each other too widely", j.unjudged)})
	}
	return notes
}

// text reads a file of a tree and gives it to f. Large files wait for each other:
// that bounds the memory.
func (s *scanner) text(src srctree.Source, p string, f func([]byte, error)) {
	if src.Size(p) > large {
		s.large.Lock()
		defer s.large.Unlock()
	}
	f(src.Read(p))
}

// gathered are the facts of all files, which are read at the same time.
type gathered struct {
	mu    sync.Mutex
	files []*facts.File
	total int
	notes []report.Note
}

// add keeps the facts of a file, or says why not.
func (g *gathered) add(i int, f *facts.File) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.total+f.Count() > maxFacts {
		g.notes = append(g.notes, report.Note{File: f.Path, Text: fmt.Sprintf("left out: the tree has more than %d places to look at", maxFacts)})
		return
	}
	if f.Cut {
		g.notes = append(g.notes, report.Note{File: f.Path, Text: "read in part: it has more places to look at than any source"})
	}
	g.total += f.Count()
	g.files[i] = f
}

// note says why a file was not read.
func (g *gathered) note(file string, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.notes = append(g.notes, report.Note{File: file, Text: err.Error()})
}
