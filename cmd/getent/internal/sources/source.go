package sources

//go:generate go run ../../../../internal/valuelist -type source -list all -o list.go

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// A source is a service of nsswitch.conf(5). A nil lookup is one of a database
// that it doesn't have. Each source is a variable in a file of its own, which go
// generate puts into the list of all.
type source struct {
	name       string
	running    bool // knows the running system only, not another one below a directory
	hostByName func(s *fsys.System, name string, family inet.Family) (*inet.Host, nss.Status)
	hostByAddr func(s *fsys.System, address inet.Addr) (*inet.Host, nss.Status)
	hosts      nss.Lookup[inet.HostLine] // all of them
	aliases    nss.Lookup[entry.Alias]
	ethers     nss.Lookup[entry.Ether]
	netgroups  nss.Lookup[entry.Triple] // of one netgroup
	networks   nss.Lookup[entry.Named]
	protocols  nss.Lookup[entry.Named]
	programs   nss.Lookup[entry.Named]
	ports      nss.Lookup[entry.Named]
	shells     nss.Lookup[entry.Shell]
}
