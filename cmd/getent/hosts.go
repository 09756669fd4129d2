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

// askHosts asks the services for a host.
func (s *session) askHosts(files func() (*inet.Host, nss.Status), server func(c *dns.Config) (*inet.Host, nss.Status)) *inet.Host {
	var host *inet.Host
	status := s.ask("hosts", func(service string) (status nss.Status) {
		host, status = nil, nss.Unavail
		switch {
		case service == "files":
			host, status = files()
		case service == "dns" && !s.fs.Other():
			host, status = server(s.resolver())
		}
		return status
	})
	if status != nss.Success {
		return nil
	}
	return host
}

// hostByAddr is gethostbyaddr(3). musl's has the address for a name at worst,
// glibc's has nothing for the unspecified address of IPv6.
func (s *session) hostByAddr(address inet.Addr) *inet.Host {
	if s.opt.glibc && address.Is6 && address.IP == [16]byte{} {
		return nil
	}
	host := s.askHosts(
		func() (*inet.Host, nss.Status) { return s.files.HostByAddr(address) },
		func(c *dns.Config) (*inet.Host, nss.Status) { return c.Reverse(address) })
	if s.opt.glibc {
		return host
	}
	if host == nil {
		host = &inet.Host{Name: address.Text(false)}
	}
	host.Addresses = []inet.Addr{address}
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

// resolver reads resolv.conf, once.
func (s *session) resolver() *dns.Config {
	if s.dns == nil {
		const path = "/etc/resolv.conf"
		text, err := s.fs.ReadFile(path, 1<<20)
		if err != nil {
			s.files.Problem(path, err)
		}
		c := dns.Parse(string(text), s.opt.glibc)
		if s.opt.glibc {
			c.Environment()
		}
		s.dns = &c
	}
	return s.dns
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
