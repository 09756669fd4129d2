package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var rpc = database{
	name: "rpc",
	list: func(s *session) int {
		s.programs(entry.Query{})
		return exitOK
	},
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.programs(numberOrName(key)) == nss.Success
		})
	},
}

// programs asks the services for RPC programs.
func (s *session) programs(q entry.Query) nss.Status {
	return s.query("rpc", q.Kind == entry.All, func(service string) nss.Status {
		if service == "files" {
			return s.files.RPC(q, s.printProgram)
		}
		return nss.Unavail
	})
}

func (s *session) printProgram(e *entry.Named) bool {
	b := append(appendPadded(s.out.AvailableBuffer(), e.Name, 15), ' ')
	b = strconv.AppendInt(b, int64(int32(e.Number)), 10)
	if first, _ := e.Aliases.Cut(); len(first) > 0 {
		b = append(b, ' ') // two blanks before the first alias
	}
	return s.writeRow(b, e.Aliases)
}
