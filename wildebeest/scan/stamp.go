package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/facts"
)

// stamps says of each name and word in which unit it was last seen defined.
type stamps struct {
	names, words []int32
}

func newStamps(x *lexicon) stamps {
	return stamps{make([]int32, len(x.db.Names)), make([]int32, len(x.text))}
}

func (s stamps) set(what facts.Subject, unit int32) {
	switch {
	case what.HasName():
		s.names[what.Name] = unit
	case what.HasWord():
		s.words[what.Word] = unit
	}
}

func (s stamps) has(what facts.Subject, unit int32) bool {
	switch {
	case what.HasName():
		return s.names[what.Name] == unit
	case what.HasWord():
		return s.words[what.Word] == unit
	}
	return false
}
