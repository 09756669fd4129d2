package facts

import (
	"bytes"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
)

// A Switch is a macro without a value, or with a number, that a file defines: conditions
// of other files may ask for it, such as for the one that guards a header.
type Switch struct {
	hash uint64 // of its name
	cond int32
}

// switches tells whether what follows a macro's name in its definition is nothing but
// perhaps a comment.
func switches(rest []byte) bool {
	rest = bytes.TrimSpace(rest)
	return len(rest) == 0 || bytes.HasPrefix(rest, []byte("/*")) || bytes.HasPrefix(rest, []byte("//"))
}

// Switches are those of a tree: which files define them.
type Switches struct {
	words *Words
	musl  preproc.World
	by    map[uint64][]definer
}

// A definer is a file that defines a switch: always, perhaps, or not on musl.
type definer struct {
	file  int32
	state preproc.Tri
}

// NewSwitches gathers the switches of files. Macros that nobody gives are not defined.
func NewSwitches(files []*File, musl preproc.World, words *Words) *Switches {
	s := &Switches{words: words, musl: musl, by: map[uint64][]definer{}}
	for i, f := range files {
		for _, one := range f.Switches {
			state := f.state(one.cond, options{musl, words}, words.built.Load())
			list := s.by[one.hash]
			if n := len(list); n > 0 && list[n-1].file == int32(i) {
				list[n-1].state = max(list[n-1].state, state)
				continue
			}
			s.by[one.hash] = append(list, definer{int32(i), state})
		}
	}
	return s
}

// state is whether musl's compiler reads what is under c, where with says that options
// are known.
func (f *File) state(c int32, musl preproc.World, with bool) preproc.Tri {
	state := preproc.Yes
	for ; c >= 0; c = f.conds[c].parent {
		one := f.conds[c].musl
		if one == preproc.Maybe && with && len(f.conds[c].text) < maxCondition {
			one = preproc.Evaluate(musl, []byte(f.conds[c].text))
		}
		state = min(state, one)
	}
	return state
}

// LeftOut reports whether the code under c is not compiled in a unit that reads the files
// that included tells: it asks for a switch that files define which are not among them.
func (s *Switches) LeftOut(f *File, c int32, included func(file int32) bool) bool {
	return s.lack(f, c, func(d definer) bool { return d.state != preproc.No && included(d.file) })
}

// Uncertain reports whether the code under c, in a file with that number, is compiled only
// where other files define a switch, under conditions that can't be decided.
func (s *Switches) Uncertain(f *File, file, c int32) bool {
	return s.lack(f, c, func(d definer) bool { return d.state == preproc.Yes || d.file == file })
}

// lack evaluates the conditions around c without the switches of which no definition
// counts.
func (s *Switches) lack(f *File, c int32, counts func(definer) bool) bool {
	world := switched{s.musl, s, counts}
	for ; c >= 0; c = f.conds[c].parent {
		if f.conds[c].musl == preproc.Maybe && len(f.conds[c].text) < maxCondition && preproc.Evaluate(world, []byte(f.conds[c].text)) == preproc.No {
			return true
		}
	}
	return false
}

// switched is a library with the switches of a tree of which a definition counts.
type switched struct {
	preproc.World
	switches *Switches
	counts   func(definer) bool
}

func (w switched) Macro(name []byte) (preproc.Tri, preproc.Value) {
	defined, value := w.World.Macro(name)
	if defined != preproc.Maybe || preproc.IsFeature(name) || !w.switches.words.given.lacks(name) {
		return defined, value
	}
	definers := w.switches.by[hash(name)]
	if len(definers) == 0 {
		return defined, value
	}
	for _, d := range definers {
		if w.counts(d) {
			return defined, value
		}
	}
	return preproc.No, preproc.Unknown
}
