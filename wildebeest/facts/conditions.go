package facts

import "github.com/serpent-os/wildebeest/wildebeest/preproc"

// Conditions are those of the files of a tree, with what only all files together tell:
// which macros are defined where. Files are named by their place in the tree. It evaluates
// a condition once, and is not safe for concurrent use.
type Conditions struct {
	files    []*File
	musl     preproc.World
	words    *Words
	definers map[uint64][]definer // by the hash of a switch's name

	optional, nowhere, uncertain, independent memo
	// unit has the answers for one unit at a time.
	unit memo
}

// NewConditions gathers the switches of a tree's files, when all are read.
func NewConditions(files []*File, musl preproc.World, words *Words) *Conditions {
	k := &Conditions{files: files, musl: musl, words: words, definers: map[uint64][]definer{}}
	for _, m := range []*memo{&k.optional, &k.nowhere, &k.uncertain, &k.independent, &k.unit} {
		*m = make(memo, len(files))
	}
	for i, f := range files {
		k.define(int32(i), f)
	}
	return k
}

// define notes the switches of a file.
func (k *Conditions) define(file int32, f *File) {
	var states []preproc.Tri // of the conditions
	for _, one := range f.Switches {
		if states == nil {
			states = k.states(f)
		}
		state := preproc.Yes
		if one.cond >= 0 {
			state = states[one.cond]
		}
		list := k.definers[one.hash]
		if n := len(list); n > 0 && list[n-1].file == file {
			list[n-1].state = max(list[n-1].state, state)
			continue
		}
		k.definers[one.hash] = append(list, definer{file, state})
	}
}

// states are whether musl's compiler reads what is under each condition of a file, where
// nobody gives an option.
func (k *Conditions) states(f *File) []preproc.Tri {
	states := make([]preproc.Tri, len(f.conds))
	for c, cond := range f.conds { // a condition comes behind that around it
		states[c] = cond.musl
		if cond.musl == preproc.Maybe && k.words.built.Load() {
			states[c] = f.evaluate(int32(c), options{k.musl, k.words})
		}
		if states[c] == preproc.Yes && cond.musl == preproc.Maybe && cond.third {
			states[c] = preproc.Maybe // its text does not have the branches before it
		}
		if cond.parent >= 0 {
			states[c] = min(states[c], states[cond.parent])
		}
	}
	return states
}

// evaluate is the condition c alone in another world than musl's.
func (f *File) evaluate(c int32, world preproc.World) preproc.Tri {
	if f.conds[c].musl != preproc.Maybe || len(f.conds[c].text) >= maxCondition {
		return f.conds[c].musl
	}
	return preproc.Evaluate(world, []byte(f.conds[c].text))
}

// Optional reports whether the code under c is compiled on musl only where somebody
// gives a macro that nothing in the tree defines.
func (k *Conditions) Optional(file, c int32) bool {
	return k.words.built.Load() && k.never(k.optional, file, c, 1, options{k.musl, k.words})
}

// Nowhere reports whether the code under c asks for a switch that files define, and none
// of them on musl.
func (k *Conditions) Nowhere(file, c int32) bool {
	return k.never(k.nowhere, file, c, 1, switched{k.musl, k, func(d definer) bool { return d.state != preproc.No }})
}

// Uncertain reports whether the code under c is compiled only where other files define a
// switch, under conditions that can't be decided.
func (k *Conditions) Uncertain(file, c int32) bool {
	return k.never(k.uncertain, file, c, 1, switched{k.musl, k, func(d definer) bool { return d.state == preproc.Yes || d.file == file }})
}

// LeftOut reports whether the code under c is not compiled in a unit, from 1, that reads
// the files that included tells: it asks for a switch that files define which are not
// among them.
func (k *Conditions) LeftOut(file, c, unit int32, included func(file int32) bool) bool {
	// What is compiled without any switch is compiled in every unit.
	return k.never(k.independent, file, c, 1, switched{k.musl, k, func(definer) bool { return false }}) &&
		k.never(k.unit, file, c, unit, switched{k.musl, k, func(d definer) bool { return d.state != preproc.No && included(d.file) }})
}

// never reports whether c or a condition around it does not hold in a world.
func (k *Conditions) never(m memo, file, c, unit int32, world preproc.World) bool {
	if c < 0 {
		return false
	}
	f := k.files[file]
	if m[file] == nil {
		m[file] = make([]int32, len(f.conds))
	}
	switch m[file][c] {
	case unit:
		return true
	case -unit:
		return false
	}
	one := f.conds[c]
	is := k.never(m, file, one.parent, unit, world) || one.musl == preproc.Maybe && f.evaluate(c, world) == preproc.No
	m[file][c] = -unit
	if is {
		m[file][c] = unit
	}
	return is
}

// A memo has, by file and condition, the unit for which the answer is yes, or less 0 where
// it is no; 0 is not known. What holds for the tree is of unit 1.
type memo [][]int32
