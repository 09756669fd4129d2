// Package hosts finds hosts as the functions of a libc do: getaddrinfo(3),
// gethostbyname2(3) and gethostbyaddr(3).
package hosts

import (
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/sources"
)

// Finder finds hosts.
type Finder struct {
	sources.Sources
	NoAddrconfig bool // without AI_ADDRCONFIG
	NoIDN        bool // without AI_IDN
}

// Host finds the host of a key: that of an address literal, or else the IPv6
// addresses of a name, or else its IPv4 addresses.
func (f *Finder) Host(key string) *inet.Host {
	if address, ok := inet.Parse(key); ok {
		return f.hostByAddr(address)
	}
	for _, family := range [...]inet.Family{inet.IPv6, inet.IPv4} {
		if host := f.hostByName(key, family); host != nil {
			return host
		}
	}
	return nil
}

// hostByAddr is gethostbyaddr(3). musl's has the address for a name at worst,
// glibc's has nothing for the unspecified address of IPv6.
func (f *Finder) hostByAddr(address inet.Addr) *inet.Host {
	if f.Glibc && address.Is6 && address.IP == [16]byte{} {
		return nil
	}
	host := f.Sources.HostByAddr(address)
	if f.Glibc {
		return f.trim(host)
	}
	if host == nil {
		host = &inet.Host{Name: address.Text(false)}
	}
	host.Addresses = []inet.Addr{address}
	host.Aliases = []string{host.Name}
	return host
}

// trim shortens the names of a host as host.conf(5) says.
func (f *Finder) trim(host *inet.Host) *inet.Host {
	if host == nil {
		return nil
	}
	conf := files.ReadHostConf(f.System)
	host.Name = conf.Trim(host.Name)
	for i, alias := range host.Aliases {
		host.Aliases[i] = conf.Trim(alias)
	}
	return host
}

// hostByName is gethostbyname2(3).
func (f *Finder) hostByName(name string, family inet.Family) *inet.Host {
	if !f.Glibc {
		return f.muslHostByName(name, family)
	}
	if n, ok := inet.AtonWhole(name); ok && strings.Trim(name, "0123456789.") == "" {
		if family == inet.IPv6 {
			return nil
		}
		return &inet.Host{Name: name, Addresses: []inet.Addr{inet.V4(n)}}
	}
	return f.HostByName(name, family)
}
