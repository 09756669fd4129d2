package main

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/rfc6724"
)

// muslHostByName is musl's gethostbyname2: the name that was found is the first
// alias, the name that was asked for the second one if it differs.
func (s *session) muslHostByName(name string, family inet.Family) *inet.Host {
	host := s.muslName(name, family)
	if host == nil {
		return nil
	}
	host.Aliases = []string{host.Name}
	if name != host.Name {
		host.Aliases = append(host.Aliases, name)
	}
	return host
}

// maxName is the longest name that musl looks for.
const maxName = 254

// muslName finds a name as musl does, with its addresses sorted.
func (s *session) muslName(name string, family inet.Family) *inet.Host {
	if a, ok := inet.ParseScoped(name); ok {
		if !family.Has(a) {
			return nil
		}
		return &inet.Host{Name: name, Addresses: []inet.Addr{a}}
	}
	if name == "" || len(name) > maxName {
		return nil
	}
	var host *inet.Host
	status := s.ask("hosts", func(service string) (status nss.Status) {
		switch service {
		case "files":
			host, status = s.files.MuslHost(name, family)
			if status == nss.NotFound && host != nil {
				host = nil
				return nss.Success // a name of the file isn't asked for elsewhere
			}
		case "dns":
			c, ok := s.resolver()
			if !ok {
				return nss.Unavail
			}
			host, status = c.Lookup(name, families(family)...)
		default:
			status = nss.Unavail
		}
		return status
	})
	if status != nss.Success || host == nil {
		return nil
	}
	rfc6724.Sort(host.Addresses, false)
	return host
}

func families(family inet.Family) []inet.Family {
	if family == inet.Unspec {
		return []inet.Family{inet.IPv4, inet.IPv6}
	}
	return []inet.Family{family}
}
