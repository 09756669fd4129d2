package lex

// Table maps identifiers to numbers. It is an open-addressed hash table whose
// Find takes a piece of a source and does not allocate: scanners ask it for
// every word of a tree.
type Table struct {
	keys []string
	vals []int32
	mask uint32
}

// NewTable returns a table with room for n words.
func NewTable(n int) *Table {
	size := uint32(1)
	for size < uint32(4*n) {
		size *= 2
	}
	return &Table{keys: make([]string, size), vals: make([]int32, size), mask: size - 1}
}

func hash[T string | []byte](s T) uint32 {
	h := uint32(len(s))
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// Put adds a word; of a word that is there already the first value stays.
func (t *Table) Put(word string, val int) {
	i := hash(word) & t.mask
	for ; t.keys[i] != ""; i = (i + 1) & t.mask {
		if t.keys[i] == word {
			return
		}
	}
	t.keys[i], t.vals[i] = word, int32(val)
}

// Find returns the value of a word.
func (t *Table) Find(word []byte) (int, bool) {
	for i := hash(word) & t.mask; t.keys[i] != ""; i = (i + 1) & t.mask {
		if t.keys[i] == string(word) {
			return int(t.vals[i]), true
		}
	}
	return 0, false
}
