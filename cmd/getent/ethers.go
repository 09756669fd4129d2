package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var ethers = database{
	name: "ethers",
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			return s.ether(key) == nss.Success
		})
	},
}

// ether looks up an address, or else a name, which is printed as it was given.
func (s *session) ether(key string) nss.Status {
	address, isAddress := files.EtherAddress(key)
	return s.ask("ethers", func(service string) nss.Status {
		if service != "files" {
			return nss.Unavail
		}
		if isAddress {
			return s.files.Ether(&address, "", s.printEther)
		}
		return s.files.Ether(nil, key, func(e *entry.Ether) bool {
			e.Name = []byte(key)
			return s.printEther(e)
		})
	})
}

func (s *session) printEther(e *entry.Ether) bool {
	b := s.out.AvailableBuffer()
	for i, part := range e.Address {
		if i > 0 {
			b = append(b, ':')
		}
		b = strconv.AppendUint(b, uint64(part), 16)
	}
	b = append(b, ' ')
	s.out.Write(append(append(b, e.Name...), '\n'))
	return true
}
