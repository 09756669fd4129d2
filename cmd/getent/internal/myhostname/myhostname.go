// Package myhostname names this machine, localhost and the routers without any
// file or server, as nss-myhostname(8) does (observed on systemd 252).
package myhostname

import (
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// The names of the routers and of the addresses that packets leave from.
const (
	gatewayName  = "_gateway"
	outboundName = "_outbound"
	localName    = "localhost"
)

var (
	loopback4 = inet.Addr{IP: [16]byte{12: 127, 15: 1}}
	own4      = inet.Addr{IP: [16]byte{12: 127, 15: 2}} // the machine without another address
)

// HostByName finds the addresses of a name.
func HostByName(_ *fsys.System, name string, family inet.Family) (*inet.Host, nss.Status) {
	host := &inet.Host{}
	switch own := hostname(); {
	case isLocalhost(name):
		host.Name, host.Addresses = localName, of(family, []inet.Addr{inet.Loopback6, loopback4})
	case name == gatewayName:
		host.Name, host.Addresses = name, gateways(family)
	case name == outboundName:
		host.Name, host.Addresses = name, outbound(family)
	case own != "" && strings.TrimSuffix(name, ".") == own:
		host.Name, host.Addresses = own, local(family)
		if len(host.Addresses) == 0 {
			host.Addresses = of(family, []inet.Addr{inet.Loopback6, own4})
			host.Aliases = []string{localName}
		}
	}
	if len(host.Addresses) == 0 {
		return nil, nss.NotFound
	}
	if family != inet.Unspec { // who asks for one family gets no scopes
		for i := range host.Addresses {
			host.Addresses[i].Scope = 0
		}
	}
	return host, nss.Success
}

// HostByAddr finds the name of an address. One of the machine comes with all others
// of its family.
func HostByAddr(_ *fsys.System, address inet.Addr) (*inet.Host, nss.Status) {
	own := hostname()
	host := &inet.Host{Name: own, Addresses: []inet.Addr{address}}
	family := inet.IPv4
	if address.Is6 {
		family = inet.IPv6
	}
	switch {
	case address == own4:
	case address == loopback4:
		host.Name = localName
	case address == inet.Loopback6:
		host.Name = localName
		if own != "" {
			host.Aliases = []string{own}
		}
	default:
		same := func(a inet.Addr) bool { return a.IP == address.IP && a.Is6 == address.Is6 }
		if all := local(family); slices.ContainsFunc(all, same) {
			host.Addresses = all
		} else if slices.ContainsFunc(gateways(family), same) {
			host.Name = gatewayName
		} else {
			return nil, nss.NotFound
		}
	}
	if host.Name == "" {
		return nil, nss.NotFound
	}
	return host, nss.Success
}

// isLocalhost tells whether a name is localhost or below it, RFC 6761.
func isLocalhost(name string) bool {
	name = "." + strings.ToLower(strings.TrimSuffix(name, "."))
	return strings.HasSuffix(name, ".localhost") || strings.HasSuffix(name, ".localhost.localdomain")
}

func hostname() string {
	var name unix.Utsname
	if unix.Uname(&name) != nil {
		return ""
	}
	return unix.ByteSliceToString(name.Nodename[:])
}
