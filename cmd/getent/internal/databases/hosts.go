package databases

import "github.com/serpent-os/wildebeest/cmd/getent/internal/inet"

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
