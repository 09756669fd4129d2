package gnuism

import "strings"

// identTable is an open-addressed hash table from identifiers to entries: a
// scanner asks it for every identifier of a tree.
type identTable struct {
	keys []string
	vals []int32
	mask uint32
}

// newIdentTable fills a table with the plain forms of the names of one kind;
// where two share it, the first in the order of names counts.
func newIdentTable(names []Name, keep func(Kind) bool) identTable {
	size := uint32(1)
	for size < uint32(4*len(names)) {
		size *= 2
	}
	t := identTable{keys: make([]string, size), vals: make([]int32, size), mask: size - 1}
	for i := range names {
		if keep(names[i].Kind) {
			t.put(Plain(names[i].Name), int32(i))
		}
	}
	return t
}

// Plain strips a tag's keyword and a member's parent from a name.
func Plain(name string) string { return name[strings.LastIndexAny(name, " .")+1:] }

func hash[T string | []byte](s T) uint32 {
	h := uint32(len(s))
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

func (t *identTable) put(key string, val int32) {
	i := hash(key) & t.mask
	for ; t.keys[i] != ""; i = (i + 1) & t.mask {
		if t.keys[i] == key {
			return
		}
	}
	t.keys[i], t.vals[i] = key, val
}

func (t *identTable) find(b []byte) (int, bool) {
	for i := hash(b) & t.mask; t.keys[i] != ""; i = (i + 1) & t.mask {
		if t.keys[i] == string(b) {
			return int(t.vals[i]), true
		}
	}
	return 0, false
}
