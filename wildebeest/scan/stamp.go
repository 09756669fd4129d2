package scan

// stamps says of each name and word in which unit it was last seen defined.
type stamps struct {
	names, words []int32
}

func newStamps(x *lexicon) stamps {
	return stamps{make([]int32, len(x.db.Names)), make([]int32, len(x.text))}
}

func (s stamps) set(what subject, unit int32) {
	switch {
	case what.hasName():
		s.names[what.name] = unit
	case what.hasWord():
		s.words[what.word] = unit
	}
}

func (s stamps) has(what subject, unit int32) bool {
	switch {
	case what.hasName():
		return s.names[what.name] == unit
	case what.hasWord():
		return s.words[what.word] == unit
	}
	return false
}
