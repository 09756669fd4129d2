package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

const hostsPath = "/etc/hosts"

// Limits of a host: what a file may add to one answer.
const (
	maxAddresses = 1 << 12
	maxAliases   = 1 << 12
)

// A hostLine is a line of hosts(5).
type hostLine struct{ inet.HostLine }

func (l *hostLine) has(name string) bool {
	if lines.SameFold(l.Name, name) {
		return true
	}
	for alias := range l.Aliases.All() {
		if lines.SameFold(alias, name) {
			return true
		}
	}
	return false
}

// parseHost reads a line as glibc 2.36 was observed to. For IPv4 an address is
// taken out of its IPv4-mapped form, and ::1 is 127.0.0.1.
func parseHost(line []byte, family inet.Family, l *hostLine) bool {
	line, ok := lines.Content(line)
	if !ok {
		return false
	}
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	address, rest := entry.Words(line).Cut()
	if l.Address, ok = inet.Parse(string(address)); !ok {
		return false
	}
	if family == inet.IPv4 {
		switch {
		case l.Address.Mapped():
			l.Address = l.Address.Unmap()
		case l.Address == inet.Loopback6:
			l.Address = inet.V4(127<<24 | 1)
		}
	}
	l.Name, l.Aliases = rest.Cut()
	return family.Has(l.Address)
}

// Hosts yields every line with an IPv4 address, as gethostent(3) of glibc does.
func Hosts(s *fsys.System, _ entry.Query, yield func(*inet.HostLine) bool) nss.Status {
	var l hostLine
	return lines.Scan(s, lines.Reading{Path: hostsPath}, func(line []byte) bool {
		return !parseHost(line, inet.IPv4, &l) || yield(&l.HostLine)
	})
}

// HostByName finds a host: as glibc its first line, or all of them when
// /etc/host.conf says multi on; as musl all of them.
func HostByName(s *fsys.System, name string, family inet.Family) (*inet.Host, nss.Status) {
	if s.Glibc {
		return glibcHost(s, name, family)
	}
	return muslHost(s, name, family)
}

func glibcHost(s *fsys.System, name string, family inet.Family) (*inet.Host, nss.Status) {
	var host *inet.Host
	var l hostLine
	conf := ReadHostConf(s)
	status := lines.Scan(s, lines.Reading{Path: hostsPath}, func(line []byte) bool {
		if !parseHost(line, family, &l) || !l.has(name) {
			return true
		}
		if host == nil {
			host = &inet.Host{Name: string(l.Name)}
		}
		for alias := range l.Aliases.All() {
			if len(host.Aliases) < maxAliases {
				host.Aliases = append(host.Aliases, string(alias))
			}
		}
		if string(l.Name) != host.Name && len(host.Aliases) < maxAliases {
			host.Aliases = append(host.Aliases, string(l.Name))
		}
		host.Addresses = append(host.Addresses, l.Address)
		return conf.multi && len(host.Addresses) < maxAddresses
	})
	if host != nil {
		return host, nss.Success
	}
	return nil, status
}

// HostByAddr finds the first line of an address.
func HostByAddr(s *fsys.System, address inet.Addr) (*inet.Host, nss.Status) {
	if !s.Glibc {
		return muslHostByAddr(s, address)
	}
	family := inet.IPv4
	if address.Is6 {
		family = inet.IPv6
	}
	var host *inet.Host
	var l hostLine
	status := lines.Scan(s, lines.Reading{Path: hostsPath}, func(line []byte) bool {
		if !parseHost(line, family, &l) || l.Address != address {
			return true
		}
		host = &inet.Host{Name: string(l.Name), Addresses: []inet.Addr{address}}
		for alias := range l.Aliases.All() {
			if len(host.Aliases) < maxAliases {
				host.Aliases = append(host.Aliases, string(alias))
			}
		}
		return false
	})
	if host != nil {
		return host, nss.Success
	}
	return nil, status
}
