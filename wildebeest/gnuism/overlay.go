package gnuism

// Mends reports whether a module lays itself over a kernel header or over one of
// the C library's that clash with it.
func (db *DB) Mends(module string, c Clash) bool {
	for _, id := range db.overlays[module] {
		if id == c.Kernel || c.Libc.Has(id) {
			return true
		}
	}
	return false
}
