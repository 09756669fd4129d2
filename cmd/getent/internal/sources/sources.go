// Package sources finds the entries of all databases but those of accounts in the
// services that nsswitch.conf(5) names for them.
package sources

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Sources are the services of a system. Each method yields the entries that a
// query selects, until yield returns false; the status of a query for all is
// nss.Success.
type Sources struct{ *nss.Switch }

// Aliases yields mail aliases.
func (s Sources) Aliases(q entry.Query, yield func(*entry.Alias) bool) nss.Status {
	return nss.Query(s.Switch, "aliases", func(service string) nss.Lookup[entry.Alias] { return s.source(service).aliases }, q, yield)
}

// Ethers yields Ethernet addresses of hosts.
func (s Sources) Ethers(q entry.Query, yield func(*entry.Ether) bool) nss.Status {
	return nss.Query(s.Switch, "ethers", func(service string) nss.Lookup[entry.Ether] { return s.source(service).ethers }, q, yield)
}

// Networks yields networks.
func (s Sources) Networks(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return nss.Query(s.Switch, "networks", func(service string) nss.Lookup[entry.Named] { return s.source(service).networks }, q, yield)
}

// Protocols yields protocols.
func (s Sources) Protocols(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return nss.Query(s.Switch, "protocols", func(service string) nss.Lookup[entry.Named] { return s.source(service).protocols }, q, yield)
}

// Programs yields RPC programs.
func (s Sources) Programs(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return nss.Query(s.Switch, "rpc", func(service string) nss.Lookup[entry.Named] { return s.source(service).programs }, q, yield)
}

// Ports yields services of the network.
func (s Sources) Ports(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return nss.Query(s.Switch, "services", func(service string) nss.Lookup[entry.Named] { return s.source(service).ports }, q, yield)
}

// Shells yields login shells.
func (s Sources) Shells(q entry.Query, yield func(*entry.Shell) bool) nss.Status {
	return nss.Query(s.Switch, "shells", func(service string) nss.Lookup[entry.Shell] { return s.source(service).shells }, q, yield)
}

// AllHosts yields every host that can be enumerated.
func (s Sources) AllHosts(yield func(*inet.HostLine) bool) {
	nss.Query(s.Switch, "hosts", func(service string) nss.Lookup[inet.HostLine] { return s.source(service).hosts }, entry.Query{}, yield)
}

// source is the source of a service; it has no lookup where the service doesn't
// exist or can't be asked about another system than the running one.
func (s Sources) source(service string) *source {
	for _, source := range all {
		if source.name == service && !(source.running && s.Other()) {
			return source
		}
	}
	return &none
}

var none source

// Services yields the names of the services of these databases, and whether the service
// knows the running system only.
func Services(yield func(name string, running bool) bool) {
	for _, source := range all {
		if !yield(source.name, source.running) {
			return
		}
	}
}
