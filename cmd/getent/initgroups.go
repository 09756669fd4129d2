package main

import (
	"errors"
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

// maxGroups is NGROUPS_MAX: no process can be in more.
const maxGroups = 65536

var errManyGroups = errors.New("list a user's groups: left out what is beyond 65536: no process can be in more")

// printInitgroups writes the ids of a user's groups: no group, and even no such
// user, is an empty list. A service's success isn't the end.
func (s *session) printInitgroups(user string) {
	s.out.Write(appendPadded(s.out.AvailableBuffer(), user, 21))
	before := map[uint32]bool{} // of the services already asked
	total := 0
	for _, sv := range s.services("initgroups") {
		var gids []uint32
		status := s.initgroups(sv.Name, user, func(gid uint32) {
			// -1 stands for the primary group.
			if total < maxGroups && gid != 1<<32-1 && !before[gid] {
				total++
				gids = append(gids, gid)
			}
		})
		for _, gid := range gids {
			before[gid] = true
			s.out.Write(strconv.AppendUint(append(s.out.AvailableBuffer(), ' '), uint64(gid), 10))
		}
		if sv.Actions[status] == nss.Return && status != nss.Success {
			break
		}
	}
	if total == maxGroups {
		s.warn(errManyGroups)
	}
	s.out.WriteByte('\n')
}

func (s *session) initgroups(service, user string, yield func(gid uint32)) nss.Status {
	switch {
	case service == "files":
		return s.files.Initgroups(user, yield)
	case service == "compat":
		return s.compatInitgroups(user, yield)
	case service == "nscd" && !s.fs.Other():
		return s.nscd().Initgroups(user, yield)
	case service == "systemd" && !s.fs.Other():
		return s.userdb().Initgroups(user, yield)
	}
	return nss.Unavail
}
