package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var initgroups = database{
	name: "initgroups",
	lookup: func(s *session, keys []string) int {
		for _, key := range keys {
			s.printInitgroups(key)
		}
		return exitOK
	},
}

// printInitgroups writes the ids of a user's groups. No group, and even no such
// user, is an empty list.
func (s *session) printInitgroups(user string) {
	s.out.Write(appendPadded(s.out.AvailableBuffer(), user, 21))
	add := func(gid uint32) {
		if gid != 1<<32-1 { // -1 stands for the primary group
			s.out.Write(strconv.AppendUint(append(s.out.AvailableBuffer(), ' '), uint64(gid), 10))
		}
	}
	s.ask("initgroups", func(service string) nss.Status {
		switch service {
		case "files":
			return s.files.Initgroups(user, add)
		}
		return nss.Unavail
	})
	s.out.WriteByte('\n')
}
