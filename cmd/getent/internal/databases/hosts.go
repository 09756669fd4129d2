package databases

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

var hostsByName = database{
	name: "hosts",
	list: listHosts,
	lookup: func(s *System, p *Printer, keys []string) bool {
		return each(keys, func(key string) bool {
			host := s.Host(key)
			if host != nil {
				p.host(host)
			}
			return host != nil
		})
	},
}

func listHosts(s *System, p *Printer) {
	s.AllHosts(func(l *inet.HostLine) bool {
		b := append(appendPadded(p.out.AvailableBuffer(), l.Address.Text(p.glibc), 15), ' ')
		p.row(append(b, l.Name...), l.Aliases)
		return true
	})
}

func (p *Printer) host(h *inet.Host) {
	for _, address := range h.Addresses {
		b := append(appendPadded(p.out.AvailableBuffer(), address.Text(p.glibc), 15), ' ')
		b = append(b, h.Name...)
		for _, alias := range h.Aliases {
			b = append(append(b, ' '), alias...)
		}
		p.out.Write(append(b, '\n'))
	}
}

// What getaddrinfo(3) returns. Enumerated it is the same as hosts.
var (
	ahosts = database{
		name: "ahosts", list: listHosts,
		lookup: func(s *System, p *Printer, keys []string) bool { return addresses(s, p, keys, inet.Unspec) },
	}
	ahostsv4 = database{
		name: "ahostsv4", list: listHosts,
		lookup: func(s *System, p *Printer, keys []string) bool { return addresses(s, p, keys, inet.IPv4) },
	}
	ahostsv6 = database{
		name: "ahostsv6", list: listHosts,
		lookup: func(s *System, p *Printer, keys []string) bool { return addresses(s, p, keys, inet.IPv6) },
	}
)

func addresses(s *System, p *Printer, keys []string, family inet.Family) bool {
	return each(keys, func(key string) bool {
		host := s.Addrinfo(key, family)
		if host != nil {
			p.addresses(host)
		}
		return host != nil
	})
}

// addresses writes a row for each address and socket type; musl has none
// for raw sockets. The name is in the first row.
func (p *Printer) addresses(h *inet.Host) {
	types := [...]string{"STREAM", "DGRAM ", "RAW   "}
	name := h.Name
	for _, address := range h.Addresses {
		text, width := address.Text(p.glibc), 15
		if address.Scope != 0 {
			scope := strconv.FormatUint(uint64(address.Scope), 10)
			text += "%" + scope
			width = 14 - len(scope) // glibc's getent takes the digits off twice
		}
		for i, kind := range types {
			if i == 2 && !p.glibc {
				break
			}
			b := append(appendPadded(p.out.AvailableBuffer(), text, width), ' ')
			b = append(append(b, kind...), ' ')
			p.out.Write(append(append(b, name...), '\n'))
			name = ""
		}
	}
}
