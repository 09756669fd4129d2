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

// isSwitch tells whether what follows a macro's name in its definition is nothing but
// perhaps a comment.
func isSwitch(rest []byte) bool {
	rest = bytes.TrimSpace(rest)
	return len(rest) == 0 || bytes.HasPrefix(rest, []byte("/*")) || bytes.HasPrefix(rest, []byte("//"))
}

// A definer is a file that defines a switch: always, perhaps, or not on musl.
type definer struct {
	file  int32
	state preproc.Tri
}

// switched is a library with the switches of a tree, of which those are not defined that
// have no definition that counts. What a build gives is none of them.
type switched struct {
	preproc.World
	conditions *Conditions
	counts     func(definer) bool
}

func (w switched) Macro(name []byte) (preproc.Tri, preproc.Value) {
	defined, value := w.World.Macro(name)
	if defined != preproc.Maybe || preproc.IsFeature(name) || !w.conditions.words.given.lacks(name) {
		return defined, value
	}
	definers := w.conditions.definers[hash(name)]
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
