package entry

import "iter"

// Words is text in words apart by white space. It stays text because a line of
// a hostile file may have millions.
type Words []byte

// All yields the words.
func (w Words) All() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for {
			word, rest := w.Cut()
			if len(word) == 0 || !yield(word) {
				return
			}
			w = rest
		}
	}
}

// Cut returns the first word, which is empty at the end, and what follows it.
func (w Words) Cut() (word []byte, rest Words) {
	i := 0
	for i < len(w) && IsSpace(w[i]) {
		i++
	}
	start := i
	for i < len(w) && !IsSpace(w[i]) {
		i++
	}
	return w[start:i], w[i:]
}

// Has tells whether name is one of the words.
func (w Words) Has(name string) bool {
	for word := range w.All() {
		if string(word) == name {
			return true
		}
	}
	return false
}

// IsSpace is isspace(3) of the C locale.
func IsSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
