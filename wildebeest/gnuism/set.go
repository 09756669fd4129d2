package gnuism

// Set is a set of headers, by Header.ID.
type Set []uint64

// NewSet returns an empty set with room for every header.
func (db *DB) NewSet() Set { return make(Set, (len(db.Headers)+63)/64) }

// Add puts a header into the set.
func (s Set) Add(id int) { s[id/64] |= 1 << (id % 64) }

// Has reports whether the header is in the set.
func (s Set) Has(id int) bool { return id/64 < len(s) && s[id/64]>>(id%64)&1 != 0 }

// Union adds every header of t, and reports whether that changed s.
func (s Set) Union(t Set) bool {
	changed := false
	for i, w := range t {
		if w&^s[i] != 0 {
			s[i] |= w
			changed = true
		}
	}
	return changed
}

// Meets reports whether s and t share a header.
func (s Set) Meets(t Set) bool {
	for i := range min(len(s), len(t)) {
		if s[i]&t[i] != 0 {
			return true
		}
	}
	return false
}
