package scan

import (
	"fmt"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// clashes reports kernel headers of a unit that do not go together with those
// of musl that it includes. files is the unit's closure, its root first.
func (j *judgement) clashes(files []int32, unit reach) {
	order := map[int]int{} // header → when it is first included; made when needed
	for _, c := range j.s.db.Clashes {
		if !c.In.Has(j.s.target) || !unit.musl.Has(c.Kernel) || !unit.musl.Meets(c.Libc) {
			continue
		}
		if c.KernelFirst {
			if len(order) == 0 {
				j.includeOrder(files[0], 0, map[int32]bool{}, order)
			}
			if libcFirst(order, c) {
				continue
			}
		}
		for _, i := range files {
			j.clashAt(i, c)
		}
	}
}

// maxNesting is how deep compilers follow includes.
const maxNesting = 200

// includeOrder walks includes as the preprocessor would.
func (j *judgement) includeOrder(i int32, depth int, seen map[int32]bool, order map[int]int) {
	if seen[i] || depth > maxNesting {
		return
	}
	seen[i] = true
	f := j.files[i]
	for k, inc := range f.Includes {
		if inc.OnMusl(f) == preproc.No {
			continue
		}
		if h, ok := j.s.db.Header(inc.Name); ok {
			if _, known := order[h.ID]; !known {
				order[h.ID] = len(order)
			}
		}
		if target := j.targets[i][k]; target >= 0 {
			j.includeOrder(target, depth+1, seen, order)
		}
	}
}

func libcFirst(order map[int]int, c gnuism.Clash) bool {
	at := order[c.Kernel]
	for id, when := range order {
		if when < at && c.Libc.Has(id) {
			return true
		}
	}
	return false
}

// clashAt reports the line of a file that includes the kernel's header, once.
func (j *judgement) clashAt(i int32, c gnuism.Clash) {
	f := j.files[i]
	for k := range f.Includes {
		inc := &f.Includes[k]
		h, ok := j.s.db.Header(inc.Name)
		if !ok || h.ID != c.Kernel || inc.OnMusl(f) == preproc.No || j.clashed[inc] {
			continue
		}
		j.clashed[inc] = true
		j.report(i, found{unit: j.unit, Finding: report.Finding{
			Rule: report.RuleClash, Name: inc.Name, Kind: string(gnuism.HeaderKind), File: f.Path, Line: int(inc.Line), Column: int(inc.Offset),
			Guard: f.Guard(inc.Cond), Level: j.level(i, inc.Place, report.Build), Confidence: report.Reachable,
			Remedy: j.parted(c),
		}})
	}
}

// kernelModule has headers of the C library that go together with the kernel's.
const kernelModule = "kernel"

// parted is what to do about a clash.
func (j *judgement) parted(c gnuism.Clash) report.Remedy {
	text := fmt.Sprintf("both define %s: include one of the two", c.Tag)
	if c.KernelFirst {
		text = fmt.Sprintf("both define %s: include the C library's header first", c.Tag)
	}
	if j.s.db.Mends(kernelModule, c) {
		return report.Remedy{Kind: gnuism.Shim, Module: kernelModule, Text: "or, as " + text}
	}
	return report.Remedy{Kind: gnuism.Alternative, Text: text}
}
