package hosts

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/rfc6724"
)

// muslHostByName is musl's gethostbyname2: the name that was found is the first
// alias, the name that was asked for the second one if it differs.
func (f *Finder) muslHostByName(name string, family inet.Family) *inet.Host {
	host := f.muslName(name, family)
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
func (f *Finder) muslName(name string, family inet.Family) *inet.Host {
	if a, ok := inet.ParseScoped(name, false); ok {
		if !family.Has(a) {
			return nil
		}
		return &inet.Host{Name: name, Addresses: []inet.Addr{a}}
	}
	if name == "" || len(name) > maxName {
		return nil
	}
	host := f.HostByName(name, family)
	if host == nil || len(host.Addresses) == 0 {
		return nil
	}
	rfc6724.Sort(host.Addresses, false)
	return host
}
