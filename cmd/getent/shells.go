package main

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// shells is not a database of glibc's getent.
var shells = database{
	name: "shells",
	list: func(s *session) int {
		s.shells(func(path []byte) bool {
			s.printShell(path)
			return true
		})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			found := false
			s.shells(func(path []byte) bool {
				if found = string(path) == key; found {
					s.printShell(path)
				}
				return !found
			})
			return found
		})
	},
}

func (s *session) shells(yield func(path []byte) bool) nss.Status {
	return s.query("shells", true, func(service string) nss.Status {
		if service == "files" {
			return s.files.Shells(yield)
		}
		return nss.Unavail
	})
}

func (s *session) printShell(path []byte) {
	s.out.Write(path)
	s.out.WriteByte('\n')
}
