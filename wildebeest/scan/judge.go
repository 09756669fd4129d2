package scan

import (
	"cmp"
	"context"
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// judge decides which uses are findings, until ctx ends.
func (t *tree) judge(ctx context.Context) ([]found, []report.Note) {
	j := &judgement{tree: t, done: make([][]bool, len(t.files)), mark: make([]int32, len(t.files)), count: make([]int32, len(t.files)),
		seen: map[*facts.Site]bool{}, clashed: map[*facts.Include]bool{}, doubted: map[place]int{}}
	own := newStamps(t.s.lexicon)
	unit := reach{t.s.db.NewSet(), t.s.db.NewSet()}
	var files []int32
	outside := t.askers()
	roots := t.roots()
	compiled := t.compiled(roots)
	for i, f := range t.files {
		j.done[i] = make([]bool, len(f.Uses))
		if compiled(int32(i)) {
			j.headers(int32(i))
		}
	}
	j.demands()
	budget := t.budget()
	for n, root := range roots {
		if ctx.Err() != nil {
			return nil, nil
		}
		stamp := int32(n + 1)
		j.unit, j.stamp = root, stamp
		files = t.closure(root, j.mark, stamp, files)
		if budget -= t.cost(files); budget < 0 {
			j.unjudged = len(roots) - n
			break
		}
		j.modes, j.before99 = t.asked(root, files, outside)
		clear(unit.glibc)
		clear(unit.musl)
		j.unseen = false
		for _, i := range files {
			j.unseen = j.unseen || j.tree.unseen[i]
			unit.glibc.Union(t.reach[i].glibc)
			unit.musl.Union(t.reach[i].musl)
			for _, d := range t.files[i].Defs {
				own.set(d.What, stamp)
			}
		}
		for _, i := range files {
			j.uses(i, unit, own, stamp)
			j.sites(i, unit, own, stamp)
		}
		j.clashes(files, unit)
	}
	return j.out, j.notes()
}

// found is a finding with what the parser wants to know.
type found struct {
	report.Finding
	unit    int32 // the translation unit in which it holds
	inMacro bool  // it stands in the body of a #define
}

// place is a use, by its file and its place there.
type place struct{ file, use int32 }

type judgement struct {
	*tree
	unit     int32         // being judged
	modes    gnuism.Modes  // in which it asks for names
	before99 bool          // its language is older than C99
	unseen   bool          // it includes what can't be seen
	doubted  map[place]int // uses that are findings as unsure → place in out
	out      []found
	done     [][]bool // use is a finding already
	seen     map[*facts.Site]bool
	clashed  map[*facts.Include]bool
	mark     []int32
	stamp    int32 // of the files of the unit

	count    []int32 // findings of each file, those beyond the bounds too
	unjudged int     // units
}

func (j *judgement) uses(i int32, unit reach, own stamps, stamp int32) {
	f := j.files[i]
	for u := range f.Uses {
		use := &f.Uses[u]
		if j.done[i][u] || own.names[use.Name] == stamp {
			continue
		}
		n := &j.s.db.Names[use.Name]
		if !n.Glibc.Meets(unit.glibc) || n.ByKernel(unit.musl, j.s.kernel) {
			continue
		}
		hidden := false
		if p := n.At(j.s.target); p != nil && !p.NoLink && p.Set.Meets(unit.musl) && (p.Plain() || j.modes&gnuism.ModeLargefile != 0) {
			if hidden = n.Hidden(j.s.target, j.modes); !hidden {
				continue
			}
		}
		if d, ok := j.s.configuration.Macros[n.Name]; ok && d.Musl != preproc.No {
			continue // configure defines it where it is missing
		}
		if n.Kind == gnuism.Macro && f.Tested(use.Cond, n.Name) {
			continue // where the headers at hand lack it, the code is left out
		}
		confidence, ok := j.plausible(f, use, n)
		if !ok || j.leftOut(i, use.Cond) {
			continue
		}
		doubt := j.unseen && !hidden && j.s.lexicon.Present(use.Name)
		at, before := j.doubted[place{i, int32(u)}]
		switch {
		case doubt && before:
		case doubt:
			if j.add(i, use, n, confidence, hidden) {
				at = len(j.out) - 1
				j.doubted[place{i, int32(u)}] = at
				if j.out[at].Level == report.Build {
					j.out[at].Level = report.Unsure
				}
			}
		case before:
			j.done[i][u] = true
			j.out[at].unit, j.out[at].Level = j.unit, j.level(i, use.Place, report.Build)
		default:
			j.done[i][u] = true
			j.add(i, use, n, confidence, hidden)
		}
	}
}

// sites reports the places of rules in code, where their headers are reached.
func (j *judgement) sites(i int32, unit reach, own stamps, stamp int32) {
	f := j.files[i]
	for k := range f.Sites {
		s := &f.Sites[k]
		r := j.s.lexicon.all[s.Rule]
		if j.seen[s] || own.has(s.What, stamp) && !r.OwnCounts {
			continue
		}
		word := j.word(s)
		reach := r.ReachOf(word)
		if len(reach) > 0 && !j.s.any(unit.glibc, reach) || j.s.any(unit.musl, r.Unless) {
			continue
		}
		if j.leftOut(i, s.Cond) {
			continue
		}
		j.seen[s] = true
		name := cmp.Or(word, s.Name, r.ID)
		confidence := report.Reachable
		if len(reach) == 0 && s.Name == "" {
			confidence = report.Lexical
		}
		level := j.level(i, s.Place, ofClass(r.Class))
		if s.Perhaps && level == report.Build || r.Before99 && !j.before99 && level == report.Behave {
			level = report.Unsure
		}
		j.report(i, found{unit: j.unit, Finding: report.Finding{
			Rule: r.ID, Name: name, Kind: string(r.Class), File: f.Path, Line: int(s.Line), Column: int(s.Offset),
			Guard: f.Guard(s.Cond), Level: level, Confidence: confidence, Remedy: r.RemedyOf(word),
		}})
	}
}

// word is the word that a site is about, or "".
func (j *judgement) word(s *facts.Site) string {
	if s.What.HasName() || s.What.HasWord() {
		return j.s.lexicon.spell(s.What)
	}
	return ""
}

// any reports whether one of the headers is in the set.
func (s *scanner) any(set gnuism.Set, headers []string) bool {
	for _, name := range headers {
		if h, ok := s.db.Header(name); ok && set.Has(h.ID) {
			return true
		}
	}
	return false
}

// plausible weighs the form of a use.
func (j *judgement) plausible(f *facts.File, u *facts.Use, n *gnuism.Name) (string, bool) {
	switch {
	case u.Form == facts.Pointee:
		return report.Reachable, !j.s.lexicon.Present(u.Name) // an incomplete type often does
	case u.Typed():
		return report.Reachable, len(j.byBase[path.Base(n.Home)]) == 0
	case u.Form == facts.MemberRef:
		own := len(j.byBase[path.Base(n.Home)]) > 0 // the tree brings its own header
		return report.Lexical, !own && strings.Contains(gnuism.Plain(n.Name), "_")
	case n.Kind == gnuism.Function && u.Form == facts.Call:
		// A function of this name somewhere in the tree is a replacement,
		// which only a configured build may leave out.
		if f.Callable[u.Name] || j.shared[u.Name] && !j.s.configured {
			return "", false
		}
	case n.Kind == gnuism.Function || n.Kind == gnuism.Variable || n.Kind == gnuism.Type:
		return report.Lexical, !f.Local[u.Name] && !f.Callable[u.Name]
	}
	return report.Reachable, true
}

// add reports a use, and says whether that is within the bounds.
func (j *judgement) add(i int32, u *facts.Use, n *gnuism.Name, confidence string, hidden bool) bool {
	f := j.files[i]
	remedy, _ := j.s.db.Remedy(n, j.s.target)
	if hidden {
		remedy = n.Show(j.s.target)
	}
	return j.report(i, found{unit: j.unit, Finding: report.Finding{
		Rule: j.rule(n, remedy, hidden), Name: n.Name, Kind: string(n.Kind), File: f.Path, Line: int(u.Line), Column: int(u.Offset),
		Guard: f.Guard(u.Cond), Level: j.level(i, u.Place, report.Build), Confidence: confidence, Remedy: remedy,
	}, inMacro: u.InMacro})
}

// rule says what is the matter with a name, whatever mends it.
func (j *judgement) rule(n *gnuism.Name, remedy report.Remedy, hidden bool) string {
	switch p := n.At(j.s.target); {
	case p != nil && p.NoLink:
		return report.RuleLink
	case hidden:
		return report.RuleFeature
	case p != nil && p.Plain():
		return report.RuleInclude
	case remedy.Module == "lfs64" || strings.HasPrefix(remedy.Text, "the name without 64"):
		return report.RuleLFS64
	}
	return report.RuleGNUism
}

// headers reports the includes of headers that musl lacks.
func (j *judgement) headers(i int32) {
	f := j.files[i]
	j.unit = i
	j.guards(i)
	for k, inc := range f.Includes {
		if inc.OnMusl(f) == preproc.No {
			continue
		}
		h, ok := j.s.db.Header(inc.Name)
		if ok && h.Redirect && h.In(j.s.target) {
			j.redirect(i, inc)
			continue
		}
		private := strings.HasPrefix(inc.Name, "bits/") && inc.Angled
		newer := ok && h.Linux && !h.OnLinux(j.s.kernel)
		if !private && !newer && (!ok || h.In(j.s.target) || h.Linux || !h.Glibc) {
			continue
		}
		if j.targets[i][k] >= 0 || !j.tree.unseen[i] && j.conditions.Nowhere(i, inc.Cond) {
			continue
		}
		level := report.Build
		if inc.Foreign && j.tree.unseen[i] {
			level = report.Unsure
		}
		remedy, _ := j.s.db.HeaderRemedy(inc.Name)
		rule := report.RuleGNUism
		switch {
		case newer && !h.Glibc:
			remedy = report.Remedy{Kind: gnuism.None, Text: "in the kernel's headers since Linux " + h.LinuxSince.String()}
		case private:
			rule = report.RulePrivate
		case j.s.db.Elsewhere(inc.Name):
			rule = report.RuleInclude
		}
		j.report(i, found{unit: j.unit, Finding: report.Finding{
			Rule: rule, Name: inc.Name, Kind: string(gnuism.HeaderKind), File: f.Path, Line: int(inc.Line), Column: int(inc.Offset),
			Guard: f.Guard(inc.Cond), Level: j.level(i, inc.Place, level), Confidence: report.Reachable, Remedy: remedy,
		}})
	}
}
