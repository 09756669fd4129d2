package accounts

import (
	"errors"

	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// maxGroups is NGROUPS_MAX: no process can be in more.
const maxGroups = 65536

var errManyGroups = errors.New("list a user's groups: left out what is beyond 65536: no process can be in more")

// Initgroups yields the ids of the groups that have a user as a member, service
// by service: one's success isn't the end. An id that an earlier service had is
// left out.
func (a Accounts) Initgroups(user string, yield func(gid uint32)) {
	before := map[uint32]bool{} // of the services already asked
	total := 0
	for _, sv := range a.Order("initgroups") {
		var gids []uint32
		status := nss.Unavail
		if lookup := a.membersOf(sv.Name); lookup != nil {
			status = lookup(a.System, user, func(gid uint32) {
				// -1 stands for the primary group.
				if total < maxGroups && gid != 1<<32-1 && !before[gid] {
					total++
					gids = append(gids, gid)
				}
			})
		}
		for _, gid := range gids {
			before[gid] = true
			yield(gid)
		}
		if sv.Actions[status] == nss.Return && status != nss.Success {
			break
		}
	}
	if total == maxGroups {
		a.Report(errManyGroups)
	}
}
