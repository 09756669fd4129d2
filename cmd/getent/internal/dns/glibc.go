package dns

import (
	"strings"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// outcome is what asking for one name of a search came to.
type outcome struct {
	status nss.Status
	goOn   bool // another domain of the search list may have the name
	end    bool // not even the name as it is does
}

// glibcLookup finds the addresses of a name as glibc 2.36 was observed to. The
// search goes on where a domain doesn't have the name or its server fails. What else
// goes wrong ends it, and the name as it is comes next.
func (c *Config) glibcLookup(name string, families []inet.Family) (*inet.Host, nss.Status) {
	var last outcome
	searching := true
	for _, n := range c.glibcNames(name) {
		if n.searched && !searching {
			continue
		}
		var host *inet.Host
		host, last = c.glibcFull(n.name, families)
		if host != nil || last.end {
			return host, last.status
		}
		searching = searching && (last.goOn || !n.searched)
	}
	return nil, last.status
}

// A glibcName is one name to ask for.
type glibcName struct {
	name     string
	searched bool // with a domain of the search list
}

// glibcNames returns the names to ask for in place of name, in order: one with at
// least ndots dots as it is first, others last.
func (c *Config) glibcNames(name string) []glibcName {
	if full, ok := strings.CutSuffix(name, "."); ok {
		return []glibcName{{full, false}}
	}
	var names []glibcName
	asItIs := false
	for _, domain := range c.Search {
		if domain = strings.Trim(domain, "."); domain == "" {
			names, asItIs = append(names, glibcName{name, true}), true
			continue
		}
		names = append(names, glibcName{name + "." + domain, true})
	}
	switch {
	case strings.Count(name, ".") >= c.Ndots:
		return append([]glibcName{{name, false}}, names...)
	case asItIs, c.NoTLD && !strings.Contains(name, "."):
		return names
	}
	return append(names, glibcName{name, false})
}

func (c *Config) glibcFull(name string, families []inet.Family) (*inet.Host, outcome) {
	if !glibcHostname(name) && name != "" {
		return nil, outcome{status: nss.NotFound, goOn: true}
	}
	questions := c.withoutAAAA(c.questions(name, families))
	if len(questions) == 0 {
		return nil, outcome{status: nss.NotFound, goOn: true}
	}
	t, err := c.askInTurn(questions)
	if o, failed := t.failure(err); failed {
		return nil, o
	}
	var host *inet.Host
	for _, q := range t.arrived() {
		names, found := q.follow()
		if len(found) == 0 {
			continue
		}
		if host == nil {
			host = &inet.Host{Name: names[len(names)-1], Aliases: names[:len(names)-1]}
		}
		for _, r := range found {
			host.Addresses = append(host.Addresses, inet.FromBytes(r.address))
		}
	}
	switch {
	case host != nil:
		return host, outcome{status: nss.Success}
	case len(families) == 1:
		return nil, outcome{status: nss.TryAgain, end: true}
	}
	return nil, outcome{status: nss.NotFound, end: true}
}

// withoutAAAA leaves out what the option no-aaaa forbids to ask.
func (c *Config) withoutAAAA(questions []*question) []*question {
	if !c.NoAAAA {
		return questions
	}
	var kept []*question
	for _, q := range questions {
		if q.qtype != dnsmessage.TypeAAAA {
			kept = append(kept, q)
		}
	}
	return kept
}

// arrived returns the questions that have a reply, the first one's first.
func (t *turn) arrived() []*question {
	var list []*question
	if t.first != nil && t.first.reply != nil {
		list = append(list, t.first)
	}
	for _, q := range t.questions {
		if q != t.first && q.reply != nil {
			list = append(list, q)
		}
	}
	return list
}

// failure tells whether the replies have nothing to read, and what that means. The
// first reply decides, unless it is an empty one.
func (t *turn) failure(err failureCause) (o outcome, failed bool) {
	if err != answered {
		return outcome{status: err.status(), goOn: t.rcode == dnsmessage.RCodeServerFailure}, true
	}
	list := t.arrived()
	for _, q := range list {
		if q.reply.rcode == dnsmessage.RCodeSuccess && q.reply.count > 0 {
			return outcome{}, false
		}
	}
	rcode := list[0].reply.rcode
	if rcode == dnsmessage.RCodeSuccess && len(list) > 1 {
		rcode = list[1].reply.rcode
	}
	switch rcode {
	case dnsmessage.RCodeSuccess, dnsmessage.RCodeNameError, dnsmessage.RCodeServerFailure:
		return outcome{status: nss.NotFound, goOn: true}, true
	}
	return outcome{status: nss.NotFound}, true
}

// glibcReverse takes the first name of a reply that belongs to the address.
func (c *Config) glibcReverse(address inet.Addr) (*inet.Host, nss.Status) {
	q, err := newQuestion(reverseName(address), dnsmessage.TypePTR, c.EDNS0)
	if err != nil {
		return nil, nss.NotFound
	}
	if _, err := c.askInTurn([]*question{q}); err != answered || q.reply.rcode != dnsmessage.RCodeSuccess || q.reply.count == 0 {
		return nil, nss.NotFound
	}
	_, found := q.follow()
	if len(found) == 0 {
		return nil, nss.TryAgain
	}
	name := text(found[0].target)
	if found[0].target.String() == "." {
		name = "."
	}
	if !glibcHostname(name) {
		return nil, nss.TryAgain
	}
	return &inet.Host{Name: name, Addresses: []inet.Addr{address}}, nss.Success
}

// follow goes through the records in their order. Those count that belong to the
// question's name or, behind a CNAME of whatever name, to its target. The names are
// those on the way that a host may have, the question's first.
func (q *question) follow() (names []string, found []record) {
	name := q.name
	names = []string{text(name)}
	if q.reply.rcode != dnsmessage.RCodeSuccess {
		return names, nil
	}
	for _, r := range q.reply.answers {
		switch {
		case r.qtype == dnsmessage.TypeCNAME:
			name = r.target
			target := text(name)
			if target == "" {
				target = "."
			}
			if glibcHostname(target) {
				names = append(names, target)
			}
		case r.qtype == q.qtype && sameName(r.name, name):
			found = append(found, r)
		}
	}
	return names, found
}

// glibcHostname tells whether glibc takes a name for that of a host: letters, digits,
// -, _ and dots, but no - at its start.
func glibcHostname(name string) bool {
	for i, c := range []byte(name) {
		switch {
		case c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z', c == '.', c == '_':
		case c == '-' && i > 0:
		default:
			return false
		}
	}
	return name != ""
}
