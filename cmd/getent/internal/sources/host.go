package sources

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// HostByName asks the services for a name's addresses of a family; nil: there is
// no such host.
func (s Sources) HostByName(name string, family inet.Family) *inet.Host {
	return s.host(
		func(src *source) bool { return src.hostByName != nil },
		func(src *source) (*inet.Host, nss.Status) { return src.hostByName(s.System, name, family) })
}

// HostByAddr asks the services for the name of an address; nil: it has none.
func (s Sources) HostByAddr(address inet.Addr) *inet.Host {
	return s.host(
		func(src *source) bool { return src.hostByAddr != nil },
		func(src *source) (*inet.Host, nss.Status) { return src.hostByAddr(s.System, address) })
}

func (s Sources) host(has func(*source) bool, find func(*source) (*inet.Host, nss.Status)) *inet.Host {
	var host *inet.Host
	exists := func(service string) bool { return has(s.source(service)) }
	status := nss.Ask(s.Order("hosts"), exists, func(service string, _ bool) (status nss.Status) {
		host, status = nil, nss.Unavail
		if src := s.source(service); has(src) {
			host, status = find(src)
		}
		return status
	})
	if status != nss.Success {
		return nil
	}
	return host
}
