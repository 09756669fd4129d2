package dns

import (
	"strings"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Lookup finds the addresses of a name in DNS.
func (c *Config) Lookup(name string, families ...inet.Family) (*inet.Host, nss.Status) {
	host, status := c.lookup(name, families)
	if status == noData {
		status = nss.NotFound
	}
	return host, status
}

func (c *Config) lookup(name string, families []inet.Family) (*inet.Host, nss.Status) {
	if c.Glibc {
		return c.glibcLookup(name, families)
	}
	return c.muslLookup(name, families)
}

// noData is the status of a name that exists without what was asked for.
const noData nss.Status = 255

// Reverse finds the name of an address, the IPv4 one if it is mapped.
func (c *Config) Reverse(address inet.Addr) (*inet.Host, nss.Status) {
	if address.Mapped() {
		address = address.Unmap()
	}
	if c.Glibc {
		return c.glibcReverse(address)
	}
	return c.muslReverse(address)
}

// questions are those for a name's addresses; nil: it can't be a name of DNS.
func (c *Config) questions(name string, families []inet.Family) []*question {
	var list []*question
	for _, family := range families {
		qtype := dnsmessage.TypeA
		if family == inet.IPv6 {
			qtype = dnsmessage.TypeAAAA
		}
		q, err := newQuestion(strings.TrimSuffix(name, "."), qtype, c.EDNS0)
		if err != nil {
			return nil
		}
		list = append(list, q)
	}
	return list
}

// reverseName is the name of an address below in-addr.arpa or ip6.arpa.
func reverseName(address inet.Addr) string {
	const hex = "0123456789abcdef"
	var b strings.Builder
	if address.Is6 {
		for i := 15; i >= 0; i-- {
			b.WriteString(string([]byte{hex[address.IP[i]&15], '.', hex[address.IP[i]>>4], '.'}))
		}
		return b.String() + "ip6.arpa"
	}
	for i := 15; i >= 12; i-- {
		b.WriteString(inet.Decimal(address.IP[i]) + ".")
	}
	return b.String() + "in-addr.arpa"
}

// text is a name as it is printed, without the final dot.
func text(name dnsmessage.Name) string { return strings.TrimSuffix(name.String(), ".") }

// printable tells whether a name of a reply can stand in a line of output: no
// blanks, no control characters, nothing that would look like another line.
func printable(name string) bool {
	for _, c := range []byte(name) {
		if c <= ' ' || c == 0x7f {
			return false
		}
	}
	return name != ""
}
