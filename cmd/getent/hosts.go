package main

import (
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/dns"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

var hosts = database{
	name: "hosts",
	list: listHosts,
	lookup: func(s *session, keys []string) int {
		return each(keys, func(key string) bool {
			host := s.host(key)
			if host != nil {
				s.printHost(host)
			}
			return host != nil
		})
	},
}

func listHosts(s *session) int {
	s.askAll("hosts", func(service string) nss.Status {
		if service != "files" {
			return nss.Unavail
		}
		return s.files.Hosts(func(address inet.Addr, name []byte, aliases entry.Words) {
			b := append(appendPadded(s.out.AvailableBuffer(), address.Text(s.opt.glibc), 15), ' ')
			s.writeRow(append(b, name...), aliases)
		})
	})
	return exitOK
}

// host finds the host of a key: that of an address literal, or else the IPv6
// addresses of a name, or else its IPv4 addresses.
func (s *session) host(key string) *inet.Host {
	if address, ok := inet.Parse(key); ok {
		return s.hostByAddr(address)
	}
	for _, family := range [...]inet.Family{inet.IPv6, inet.IPv4} {
		if host := s.hostByName(key, family); host != nil {
			return host
		}
	}
	return nil
}

// hostByAddr is gethostbyaddr(3). musl's has the address for a name at worst.
func (s *session) hostByAddr(address inet.Addr) *inet.Host {
	var host *inet.Host
	status := s.ask("hosts", func(service string) (status nss.Status) {
		switch service {
		case "files":
			host, status = s.files.HostByAddr(address)
		case "dns":
			c, ok := s.resolver()
			if !ok {
				return nss.Unavail
			}
			if host, status = c.Reverse(address); host != nil && !s.opt.glibc {
				host.Addresses[0] = address
			}
		default:
			status = nss.Unavail
		}
		return status
	})
	if status != nss.Success {
		host = nil
	}
	if s.opt.glibc {
		return host
	}
	if host == nil {
		host = &inet.Host{Name: address.Text(s.opt.glibc), Addresses: []inet.Addr{address}}
	}
	host.Aliases = []string{host.Name}
	return host
}

// hostByName is gethostbyname2(3).
func (s *session) hostByName(name string, family inet.Family) *inet.Host {
	if !s.opt.glibc {
		return s.muslHostByName(name, family)
	}
	if n, ok := inet.AtonWhole(name); ok && strings.Trim(name, "0123456789.") == "" {
		if family == inet.IPv6 {
			return nil
		}
		return &inet.Host{Name: name, Addresses: []inet.Addr{inet.V4(n)}}
	}
	return s.glibcName(name, family)
}

// resolver reads resolv.conf, once. Another system's servers are never asked.
func (s *session) resolver() (*dns.Config, bool) {
	if s.fs.Other() {
		return nil, false
	}
	if s.dns == nil {
		text, err := s.fs.ReadFile("/etc/resolv.conf", 1<<20)
		if err != nil {
			text = nil
		}
		c := dns.Parse(string(text), s.opt.glibc)
		if s.opt.glibc {
			c.Environment()
		}
		s.dns = &c
	}
	return s.dns, true
}

func (s *session) printHost(h *inet.Host) {
	for _, address := range h.Addresses {
		b := append(appendPadded(s.out.AvailableBuffer(), address.Text(s.opt.glibc), 15), ' ')
		b = append(b, h.Name...)
		for _, alias := range h.Aliases {
			b = append(append(b, ' '), alias...)
		}
		s.out.Write(append(b, '\n'))
	}
}
