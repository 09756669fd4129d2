package files

import "github.com/serpent-os/wildebeest/cmd/getent/internal/nss"

// Shells yields the valid login shells of /etc/shells, as shells(5).
func (s *System) Shells(yield func(path []byte) bool) nss.Status {
	return s.scan("/etc/shells", "", keepLast, func(line []byte) bool {
		if line, ok := content(line); ok {
			return yield(line)
		}
		return true
	})
}
