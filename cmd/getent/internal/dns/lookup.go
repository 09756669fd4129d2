package dns

import (
	"strings"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// maxChain is how many CNAMEs are followed.
const maxChain = 16

// Lookup finds the addresses of a name in DNS. The host's name is the last one
// of the CNAMEs, the names before it are the aliases.
func (c *Config) Lookup(name string, families ...inet.Family) (*inet.Host, nss.Status) {
	status := nss.NotFound
	again := false
	for _, full := range c.Names(name) {
		host, s := c.lookupFull(full, families)
		switch {
		case s == nss.Success:
			return host, s
		case s == nss.TryAgain && c.Parallel, s == noData && c.Parallel:
			return nil, known(s) // musl's search ends here
		case s == nss.TryAgain:
			again = true
		}
		status = known(s)
	}
	if again {
		status = nss.TryAgain
	}
	return nil, status
}

// noData is the status of a name that exists without what was asked for.
const noData nss.Status = 255

func known(s nss.Status) nss.Status {
	if s == noData {
		return nss.NotFound
	}
	return s
}

func (c *Config) lookupFull(name string, families []inet.Family) (*inet.Host, nss.Status) {
	var questions []*question
	for _, family := range families {
		qtype := dnsmessage.TypeA
		if family == inet.IPv6 {
			qtype = dnsmessage.TypeAAAA
		}
		q, err := newQuestion(strings.TrimSuffix(name, "."), qtype, c.EDNS0)
		if err != nil {
			return nil, nss.NotFound
		}
		questions = append(questions, q)
	}
	c.exchange(questions)
	var host *inet.Host
	worst := nss.NotFound
	for _, q := range questions {
		s := q.status()
		switch {
		case s == noData:
			worst = max(worst, s)
		case s == nss.TryAgain && worst != noData:
			worst = s
		}
		if s != nss.Success {
			continue
		}
		names, found := q.follow()
		if len(found) == 0 {
			worst = noData
			continue
		}
		if host == nil {
			last := len(names) - 1
			host = &inet.Host{Name: names[last], Aliases: names[:last]}
			if c.Parallel && last == 0 {
				host.Name = name // with the dot of a search domain, as musl
			}
		}
		for _, r := range found {
			host.Addresses = append(host.Addresses, inet.FromBytes(r.address))
		}
	}
	if host == nil {
		return nil, worst
	}
	return host, nss.Success
}

// status is that of the question's reply.
func (q *question) status() nss.Status {
	switch {
	case q.reply == nil:
		return nss.TryAgain
	case q.reply.rcode == dnsmessage.RCodeNameError:
		return nss.NotFound
	case q.reply.rcode != dnsmessage.RCodeSuccess:
		return nss.TryAgain
	case len(q.reply.answers) == 0:
		return noData
	}
	return nss.Success
}

// follow goes from the question's name along CNAMEs and returns the names on
// the way and the records of the last one. Records of other names don't count.
func (q *question) follow() (names []string, found []record) {
	name := q.name
	for range maxChain {
		text := strings.TrimSuffix(name.String(), ".")
		if !validName(text) {
			return names, nil
		}
		names = append(names, text)
		next, more := name, false
		for _, r := range q.reply.answers {
			if !sameName(r.name, name) {
				continue
			}
			if r.alias {
				next, more = r.target, true
			} else {
				found = append(found, r)
			}
		}
		if len(found) > 0 || !more {
			return names, found
		}
		name = next
	}
	return names, nil
}

// Reverse finds the name of an address, the IPv4 one if it is mapped. Where there
// are several musl takes the last one, glibc the first.
func (c *Config) Reverse(address inet.Addr) (*inet.Host, nss.Status) {
	if address.Mapped() {
		address = address.Unmap()
	}
	q, err := newQuestion(reverseName(address), dnsmessage.TypePTR, c.EDNS0)
	if err != nil {
		return nil, nss.NotFound
	}
	c.exchange([]*question{q})
	if s := q.status(); s != nss.Success {
		return nil, known(s)
	}
	host := &inet.Host{Addresses: []inet.Addr{address}}
	_, found := q.follow()
	for _, r := range found {
		name := strings.TrimSuffix(r.target.String(), ".")
		if validName(name) && (host.Name == "" || c.Parallel) {
			host.Name = name
		}
	}
	if host.Name == "" {
		return nil, nss.NotFound
	}
	return host, nss.Success
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

// validName tells whether a name of a reply can be printed as a host's: no
// blanks, no control characters, nothing that would look like another line.
func validName(name string) bool {
	for i, c := range []byte(name) {
		switch {
		case c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z', c == '.', c == '_', c >= 0x80:
		case c == '-' && i > 0:
		default:
			return false
		}
	}
	return name != ""
}
