package databases

import "strconv"

// initgroups prints the ids of a user's groups: no group, and even no such user,
// is an empty list.
var initgroups = database{
	name: "initgroups",
	lookup: func(s *System, p *Printer, keys []string) bool {
		for _, user := range keys {
			p.out.Write(appendPadded(p.out.AvailableBuffer(), user, 21))
			s.Initgroups(user, func(gid uint32) {
				p.out.Write(strconv.AppendUint(append(p.out.AvailableBuffer(), ' '), uint64(gid), 10))
			})
			p.out.WriteByte('\n')
		}
		return true
	},
}
