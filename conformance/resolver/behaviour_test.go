package resolver

import (
	"strings"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/conformance/nameserver"
)

// A behaviour is what a server does with a question. @ in records stands for the name
// that was asked.
type behaviour struct {
	name string
	make func(q nameserver.Query) nameserver.Reply
}

func code(rcode dnsmessage.RCode) func(nameserver.Query) nameserver.Reply {
	return func(nameserver.Query) nameserver.Reply { return nameserver.Reply{RCode: rcode} }
}

// records answers with records of the form OWNER TYPE DATA, apart by semicolons.
func records(text string) func(nameserver.Query) nameserver.Reply {
	return func(q nameserver.Query) nameserver.Reply {
		var r nameserver.Reply
		for part := range strings.SplitSeq(text, ";") {
			f := strings.Fields(strings.ReplaceAll(part, "@", q.Name))
			kind := map[string]dnsmessage.Type{"A": dnsmessage.TypeA, "AAAA": dnsmessage.TypeAAAA, "CNAME": dnsmessage.TypeCNAME, "PTR": dnsmessage.TypePTR, "TXT": dnsmessage.TypeTXT}[f[1]]
			r.Records = append(r.Records, nameserver.Record{Name: f[0], Type: kind, Data: f[2]})
		}
		return r
	}
}

// address answers with an address of the type that was asked for.
func address(last string) func(nameserver.Query) nameserver.Reply {
	return func(q nameserver.Query) nameserver.Reply {
		if q.Type == dnsmessage.TypeAAAA {
			return records("@ AAAA fd00::" + last)(q)
		}
		return records("@ A 10.0.0." + last)(q)
	}
}

// behind answers with a CNAME and the address of its target.
func behind(target string) func(nameserver.Query) nameserver.Reply {
	return func(q nameserver.Query) nameserver.Reply {
		r := records("@ CNAME " + target)(q)
		a := address("9")(q).Records[0]
		a.Name = target
		r.Records = append(r.Records, a)
		return r
	}
}

// truncated cuts the reply over UDP; over TCP it is what tcp makes, nil: nothing.
func truncated(tcp func(nameserver.Query) nameserver.Reply) func(nameserver.Query) nameserver.Reply {
	return func(q nameserver.Query) nameserver.Reply {
		switch {
		case !q.TCP:
			return nameserver.Reply{Truncated: true}
		case tcp == nil:
			return nameserver.Reply{Drop: true}
		}
		return tcp(q)
	}
}

// late is a reply that comes behind those at once, and later one behind it; both are
// before a question is repeated.
func late(make func(nameserver.Query) nameserver.Reply) func(nameserver.Query) nameserver.Reply {
	return delayed(make, 300*time.Millisecond)
}

func later(make func(nameserver.Query) nameserver.Reply) func(nameserver.Query) nameserver.Reply {
	return delayed(make, 700*time.Millisecond)
}

func delayed(make func(nameserver.Query) nameserver.Reply, by time.Duration) func(nameserver.Query) nameserver.Reply {
	return func(q nameserver.Query) nameserver.Reply {
		r := make(q)
		r.Delay = by
		return r
	}
}

func silent(nameserver.Query) nameserver.Reply { return nameserver.Reply{Drop: true} }

// behaviours are those of a server with a question for an address.
var behaviours = []behaviour{
	{"address", address("1")},
	{"empty", code(dnsmessage.RCodeSuccess)},
	{"NXDOMAIN", code(dnsmessage.RCodeNameError)},
	{"REFUSED", code(dnsmessage.RCodeRefused)},
	{"SERVFAIL", code(dnsmessage.RCodeServerFailure)},
	{"FORMERR", code(dnsmessage.RCodeFormatError)},
	{"NOTIMP", code(dnsmessage.RCodeNotImplemented)},
	{"silence", silent},
	{"truncated", truncated(address("2"))},
	{"truncated, TCP closed", truncated(nil)},
	{"truncated, TCP refuses", truncated(code(dnsmessage.RCodeRefused))},
	{"another type", records("@ TXT x")},
	{"CNAME alone", records("@ CNAME x.t.")},
	{"CNAME", behind("x.t.")},
	{"late", late(address("3"))},
}

// chains are answers to a question for an IPv4 address.
var chains = []behaviour{
	{"another owner", records("other.t. A 10.0.0.1")},
	{"backwards", records("b.t. CNAME c.t.;@ CNAME b.t.;c.t. A 10.0.0.2")},
	{"a stranger before", records("zz.t. CNAME yy.t.;@ A 10.0.0.1")},
	{"a stranger behind", records("@ A 10.0.0.1;zz.t. CNAME yy.t.")},
	{"address and CNAME", records("@ A 10.0.0.1;@ CNAME b.t.;b.t. A 10.0.0.3")},
	{"CNAME and address", records("@ CNAME b.t.;@ A 10.0.0.1;b.t. A 10.0.0.3")},
	{"a loop", records("@ CNAME b.t.;b.t. CNAME c.t.;c.t. CNAME b.t.")},
	{"a loop and an address", records("@ CNAME b.t.;b.t. CNAME c.t.;c.t. CNAME b.t.;c.t. A 10.0.0.1")},
	{"twice", records("@ A 10.0.0.1;@ A 10.0.0.1;@ A 10.0.0.2")},
	{"two CNAMEs", records("@ CNAME b.t.;@ CNAME c.t.;b.t. A 10.0.0.3;c.t. A 10.0.0.4")},
	{"good, bad", records("@ CNAME b.t.;b.t. CNAME a/b.t.;a/b.t. A 10.0.0.4")},
	{"good, bad, good", records("@ CNAME b.t.;b.t. CNAME a/b.t.;a/b.t. CNAME c.t.;c.t. A 10.0.0.4")},
	{"another case", records("@ CNAME B.t.;b.T. A 10.0.0.3")},
	{"text and address", records("@ TXT x;@ A 10.0.0.1")},
}

// pointers are answers to a question for the name of an address.
var pointers = []behaviour{
	{"two", records("@ PTR g.t.;@ PTR h.t.")},
	{"bad, good", records("@ PTR a/b.t.;@ PTR g.t.")},
	{"good, bad", records("@ PTR g.t.;@ PTR a/b.t.")},
	{"a stranger before", records("x.t. PTR q.t.;@ PTR g.t.")},
	{"a stranger behind", records("@ PTR g.t.;x.t. PTR q.t.")},
	{"a stranger alone", records("x.t. PTR q.t.")},
	{"RFC 2317", records("@ CNAME 1.0/25.2.0.192.in-addr.arpa.;1.0/25.2.0.192.in-addr.arpa. PTR g.t.")},
	{"two behind a CNAME", records("@ CNAME y.t.;y.t. PTR g.t.;y.t. PTR h.t.")},
	{"beside a CNAME", records("@ CNAME y.t.;@ PTR g.t.")},
	{"before a CNAME", records("y.t. PTR g.t.;@ CNAME y.t.")},
	{"a CNAME alone", records("@ CNAME y.t.")},
	{"an address", address("1")},
	{"the root", records("@ PTR .")},
	{"a number", records("@ PTR 1.2.3.4.")},
	{"empty", code(dnsmessage.RCodeSuccess)},
	{"REFUSED", code(dnsmessage.RCodeRefused)},
	{"SERVFAIL", code(dnsmessage.RCodeServerFailure)},
	{"silence", silent},
	{"truncated", truncated(records("@ PTR g.t."))},
	{"truncated, TCP closed", truncated(nil)},
}

// targets are names behind a CNAME or PTR.
var targets = strings.Fields(`a/b.t. *.x.t. -x.t. x-.t. a_b.t. _a.t. a!b.t. a\b.t. ok.t. OK.T. 1.t. é.t. a@b.t. a:b.t. x.-y.t. 1.0/25.t. a~b.t. =.t. (a).t. t. .`)
