package dns

import (
	"strings"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Limits of musl: how many addresses it takes of a name and, before 1.2.4, how much
// of a message and how many of its records.
const (
	muslAddresses = 48
	oldMessage    = 512
	oldRecords    = 64
)

// muslLookup finds the addresses of a name as musl's getaddrinfo does: the search
// goes on after NXDOMAIN only.
func (c *Config) muslLookup(name string, families []inet.Family) (*inet.Host, nss.Status) {
	for _, full := range c.muslNames(name) {
		host, status := c.muslFull(full, families)
		if status != nss.NotFound {
			return host, status
		}
	}
	return nil, nss.NotFound
}

func (c *Config) muslFull(name string, families []inet.Family) (*inet.Host, nss.Status) {
	questions := c.questions(name, families)
	if questions == nil {
		return nil, nss.NotFound
	}
	c.askAll(questions)
	for _, q := range questions {
		switch {
		case q.reply == nil:
			return nil, nss.TryAgain
		case q.reply.rcode == dnsmessage.RCodeNameError:
			return nil, nss.NotFound
		case q.reply.rcode != dnsmessage.RCodeSuccess:
			return nil, nss.TryAgain
		}
	}
	host := &inet.Host{Name: name} // with the dot of a search domain
	for _, q := range questions {
		if c.Old && q.reply.count > oldRecords {
			continue
		}
		for _, r := range q.reply.answers {
			switch {
			case r.qtype == dnsmessage.TypeCNAME:
				if target := text(r.target); MuslHostname(target) {
					host.Name = target
				}
			case len(host.Addresses) == muslAddresses:
			case r.qtype == q.qtype, c.Old && r.address != nil:
				host.Addresses = append(host.Addresses, inet.FromBytes(r.address))
			}
		}
	}
	if len(host.Addresses) == 0 {
		return nil, noData
	}
	return host, nss.Success
}

// muslReverse takes the last name of a reply, whoever owns it.
func (c *Config) muslReverse(address inet.Addr) (*inet.Host, nss.Status) {
	q, err := newQuestion(reverseName(address), dnsmessage.TypePTR, false)
	if err != nil {
		return nil, nss.NotFound
	}
	c.askAll([]*question{q})
	if q.reply == nil || q.reply.rcode != dnsmessage.RCodeSuccess {
		return nil, nss.NotFound
	}
	host := &inet.Host{Addresses: []inet.Addr{address}}
	for _, r := range q.reply.answers {
		if name := text(r.target); r.qtype == dnsmessage.TypePTR && printable(name) {
			host.Name = name
		}
	}
	if host.Name == "" {
		return nil, nss.NotFound
	}
	return host, nss.Success
}

// muslNames returns the names to ask for in place of name, in order. One with at
// least ndots dots is only tried as it is.
func (c *Config) muslNames(name string) []string {
	if full, ok := strings.CutSuffix(name, "."); ok {
		return []string{full}
	}
	var names []string
	if strings.Count(name, ".") < c.Ndots {
		for _, domain := range c.Search {
			if domain != "." {
				names = append(names, name+"."+domain)
			}
		}
	}
	return append(names, name)
}

// MuslHostname tells whether musl takes a name for that of a host: letters, digits,
// -, dots and all bytes of UTF-8.
func MuslHostname(name string) bool {
	if name == "" || len(name) > 253 {
		return false
	}
	for _, c := range []byte(name) {
		switch {
		case c >= 0x80, c == '-', c == '.', c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z':
		default:
			return false
		}
	}
	return true
}
