package compression

import "bytes"

// Known tells whether a file that begins with head looks like one of the
// compressions that Open opens.
func Known(head []byte) bool {
	for _, m := range magics {
		if bytes.HasPrefix(head, m.magic) {
			return true
		}
	}
	return false
}
