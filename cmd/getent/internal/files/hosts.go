package files

import (
	"bytes"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

const hostsPath = "/etc/hosts"

// Limits of a host: what a file may add to one answer.
const (
	maxAddresses = 1 << 12
	maxAliases   = 1 << 12
)

// hostLine is a line of hosts(5).
type hostLine struct {
	address inet.Addr
	name    []byte
	aliases entry.Words
}

func (l *hostLine) has(name string) bool {
	if sameFold(l.name, name) {
		return true
	}
	for alias := range l.aliases.All() {
		if sameFold(alias, name) {
			return true
		}
	}
	return false
}

// parseHost reads a line as glibc 2.36 was observed to. For IPv4 an address is
// taken out of its IPv4-mapped form, and ::1 is 127.0.0.1.
func parseHost(line []byte, family inet.Family, l *hostLine) bool {
	line, ok := content(line)
	if !ok {
		return false
	}
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	address, rest := entry.Words(line).Cut()
	if l.address, ok = inet.Parse(string(address)); !ok {
		return false
	}
	if family == inet.IPv4 {
		switch {
		case l.address.Mapped():
			l.address = l.address.Unmap()
		case l.address == inet.Loopback6:
			l.address = inet.V4(127<<24 | 1)
		}
	}
	l.name, l.aliases = rest.Cut()
	return family.Has(l.address)
}

// Hosts yields every line with an IPv4 address, as gethostent(3) of glibc does.
func (s *System) Hosts(yield func(address inet.Addr, name []byte, aliases entry.Words)) nss.Status {
	var l hostLine
	return s.scan(hostsPath, "", keepLast, func(line []byte) bool {
		if parseHost(line, inet.IPv4, &l) {
			yield(l.address, l.name, l.aliases)
		}
		return true
	})
}

// HostByName finds a host as glibc does: its first line, or all of them when
// /etc/host.conf says multi on.
func (s *System) HostByName(name string, family inet.Family) (*inet.Host, nss.Status) {
	var host *inet.Host
	var l hostLine
	multi := s.multi()
	status := s.scan(hostsPath, "", keepLast, func(line []byte) bool {
		if !parseHost(line, family, &l) || !l.has(name) {
			return true
		}
		if host == nil {
			host = &inet.Host{Name: string(l.name)}
		} else if string(l.name) != host.Name && len(host.Aliases) < maxAliases {
			host.Aliases = append(host.Aliases, string(l.name))
		}
		for alias := range l.aliases.All() {
			if len(host.Aliases) < maxAliases {
				host.Aliases = append(host.Aliases, string(alias))
			}
		}
		host.Addresses = append(host.Addresses, l.address)
		return multi && len(host.Addresses) < maxAddresses
	})
	if host != nil {
		return host, nss.Success
	}
	return nil, status
}

// HostByAddr finds the first line of an address.
func (s *System) HostByAddr(address inet.Addr) (*inet.Host, nss.Status) {
	if !s.Glibc {
		return s.muslHostByAddr(address)
	}
	family := inet.IPv4
	if address.Is6 {
		family = inet.IPv6
	}
	var host *inet.Host
	var l hostLine
	status := s.scan(hostsPath, "", keepLast, func(line []byte) bool {
		if !parseHost(line, family, &l) || l.address != address {
			return true
		}
		host = &inet.Host{Name: string(l.name), Addresses: []inet.Addr{address}}
		for alias := range l.aliases.All() {
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

// multi reads host.conf(5), whose default is off.
func (s *System) multi() bool {
	conf, err := s.FS.ReadFile("/etc/host.conf", 1<<16)
	if err != nil {
		return false
	}
	on := false
	for line := range strings.Lines(string(conf)) {
		line, _, _ = strings.Cut(line, "#")
		if f := strings.Fields(line); len(f) >= 2 && f[0] == "multi" {
			on = f[1] == "on"
		}
	}
	return on
}
