package resolver

import (
	"fmt"

	"github.com/serpent-os/wildebeest/conformance/nameserver"
)

// A group is a resolv.conf with the scenarios that are run under it.
type group struct {
	conf      string
	scenarios []*scenario
}

// A scenario is a question to getent and what the servers do with what follows from
// it. Its names are its own, so that many run at once.
type scenario struct {
	name      string
	arguments []string
	answers   map[string]behaviour // by "NAME. TYPE", also before the address of a server and a blank
}

func (s *scenario) answer(q nameserver.Query) (nameserver.Reply, bool) {
	key := q.Name + " " + q.Type.String()[len("Type"):]
	for _, key := range []string{q.Server.String() + " " + key, key} {
		if b, ok := s.answers[key]; ok {
			return b.make(q), true
		}
	}
	return nameserver.Reply{}, false
}

// both is one behaviour for both types of addresses.
func (s *scenario) both(name string, b behaviour) {
	s.answers[name+" A"], s.answers[name+" AAAA"] = b, b
}

const quick = "options timeout:2 attempts:2\n"

// groups are all combinations, a few thousand with every referee.
func groups() []*group {
	n := 0
	next := func(g *group, database, key, name string) *scenario {
		n++
		s := &scenario{name: name, answers: map[string]behaviour{}}
		s.arguments = []string{database, fmt.Sprintf(key, n)}
		g.scenarios = append(g.scenarios, s)
		return s
	}
	own := func(format string) string { return fmt.Sprintf(format, n) }

	types := &group{conf: "nameserver 127.0.0.1\n" + quick}
	for _, a := range behaviours {
		for _, b := range behaviours {
			s := next(types, "ahosts", "s%d.t", "A "+a.name+", AAAA "+b.name)
			s.answers[own("s%d.t. A")], s.answers[own("s%d.t. AAAA")] = a, b
		}
		for _, database := range []string{"hosts", "ahostsv4", "ahostsv6"} {
			next(types, database, "s%d.t", database+" "+a.name).both(own("s%d.t."), a)
		}
	}
	for _, c := range chains {
		for _, database := range []string{"hosts", "ahostsv4"} {
			s := next(types, database, "s%d.t", database+" chain: "+c.name)
			s.answers[own("s%d.t. A")], s.answers[own("s%d.t. AAAA")] = c, behaviours[1]
		}
	}
	for _, target := range targets {
		for _, database := range []string{"hosts", "ahostsv4"} {
			s := next(types, database, "s%d.t", database+" CNAME "+target)
			s.answers[own("s%d.t. A")], s.answers[own("s%d.t. AAAA")] = behaviour{make: behind(target)}, behaviours[1]
		}
		s := next(types, "hosts", "10.7.%d.1", "PTR "+target)
		s.arguments[1] = fmt.Sprintf("10.7.%d.%d", n/250, n%250)
		s.answers[fmt.Sprintf("%d.%d.7.10.in-addr.arpa. PTR", n%250, n/250)] = behaviour{make: records("@ PTR " + target)}
	}
	for _, p := range pointers {
		s := next(types, "hosts", "10.7.%d.1", "pointer: "+p.name)
		s.arguments[1] = fmt.Sprintf("10.7.%d.%d", n/250, n%250)
		s.answers[fmt.Sprintf("%d.%d.7.10.in-addr.arpa. PTR", n%250, n/250)] = p
	}
	list := []*group{types}
	for _, dots := range []string{"", "options ndots:0\n", "options ndots:2\n"} {
		g := &group{conf: "nameserver 127.0.0.1\nsearch a.t b.t\n" + quick + dots}
		for _, a := range behaviours[:12] {
			for _, b := range behaviours[:7] {
				s := next(g, "ahosts", "s%d", "search "+a.name+", "+b.name)
				s.both(own("s%d.a.t."), a)
				s.both(own("s%d.b.t."), b)
				s.answers[own("s%d. A")], s.answers[own("s%d. AAAA")] = behaviour{make: address("7")}, behaviours[1]
			}
		}
		list = append(list, g)
	}
	for _, option := range []string{"", "options rotate\n", "options single-request\n", "options use-vc\n", "options no-aaaa\n"} {
		g := &group{conf: "nameserver 127.0.0.1\nnameserver 127.0.0.2\n" + quick + option}
		for _, a := range behaviours {
			for _, b := range behaviours[:9] {
				s := next(g, "ahosts", "s%d.t", "first server "+a.name+", second "+b.name)
				for _, kind := range []string{"A", "AAAA"} {
					// musl asks both at once: who is first has to be the same in each run.
					s.answers["127.0.0.1 "+own("s%d.t. ")+kind], s.answers["127.0.0.2 "+own("s%d.t. ")+kind] = a, behaviour{b.name, later(b.make)}
				}
			}
		}
		list = append(list, g)
	}
	return list
}
