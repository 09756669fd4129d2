package sources

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/dns"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// dnsSource is the name servers of resolv.conf(5).
var dnsSource = source{
	name:    "dns",
	running: true,
	hostByName: func(s *fsys.System, name string, family inet.Family) (*inet.Host, nss.Status) {
		return dns.Read(s).Lookup(name, family.Each()...)
	},
	hostByAddr: func(s *fsys.System, address inet.Addr) (*inet.Host, nss.Status) {
		return dns.Read(s).Reverse(address)
	},
}
