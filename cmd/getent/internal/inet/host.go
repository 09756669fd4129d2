package inet

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

// Host is a host with its addresses.
type Host struct {
	Name      string
	Aliases   []string
	Addresses []Addr
}
