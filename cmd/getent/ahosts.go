package main

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

var (
	ahosts   = addressDatabase("ahosts", inet.Unspec)
	ahostsv4 = addressDatabase("ahostsv4", inet.IPv4)
	ahostsv6 = addressDatabase("ahostsv6", inet.IPv6)
)

// addressDatabase is what getaddrinfo(3) returns for a family. Enumerated it is
// the same as hosts.
func addressDatabase(name string, family inet.Family) database {
	return database{
		name: name,
		list: listHosts,
		lookup: func(s *session, keys []string) int {
			return each(keys, func(key string) bool {
				host := s.addrinfo(key, family)
				if host != nil {
					s.printAddresses(host)
				}
				return host != nil
			})
		},
	}
}

// addrinfo is getaddrinfo(3) with AI_V4MAPPED, AI_CANONNAME and, unless -A and -i
// say otherwise, AI_ADDRCONFIG and AI_IDN.
func (s *session) addrinfo(key string, family inet.Family) *inet.Host {
	if s.opt.glibc {
		return s.glibcAddrinfo(key, family)
	}
	return s.muslAddrinfo(key, family)
}

// printAddresses writes a row for each address and socket type; musl has none
// for raw sockets. The name is in the first row.
func (s *session) printAddresses(h *inet.Host) {
	types := [...]string{"STREAM", "DGRAM ", "RAW   "}
	name := h.Name
	for _, address := range h.Addresses {
		text, width := address.Text(s.opt.glibc), 15
		if address.Scope != 0 {
			text += "%" + strconv.FormatUint(uint64(address.Scope), 10)
			width = 13
		}
		for i, kind := range types {
			if i == 2 && !s.opt.glibc {
				break
			}
			b := append(appendPadded(s.out.AvailableBuffer(), text, width), ' ')
			b = append(append(b, kind...), ' ')
			s.out.Write(append(append(b, name...), '\n'))
			name = ""
		}
	}
}
