package inet

import "github.com/serpent-os/wildebeest/cmd/internal/entry"

// Family is an address family to look for.
type Family uint8

// The families of ahosts, ahostsv4 and ahostsv6.
const (
	Unspec Family = iota
	IPv4
	IPv6
)

// Has tells whether an address belongs to the family.
func (f Family) Has(a Addr) bool { return f == Unspec || a.Is6 == (f == IPv6) }

// Each returns the families that it stands for.
func (f Family) Each() []Family {
	if f == Unspec {
		return []Family{IPv4, IPv6}
	}
	return []Family{f}
}

// Host is a host with its addresses.
type Host struct {
	Name      string
	Aliases   []string
	Addresses []Addr
}

// HostLine is a host as it is enumerated: one address with its names. They are
// valid until the function that was given the line returns.
type HostLine struct {
	Address Addr
	Name    []byte
	Aliases entry.Words
}
