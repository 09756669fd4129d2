package databases

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// netgroup takes one key, a group to expand, or four: a group and the host, user
// and domain to look for in it. Other numbers of keys do nothing.
var netgroup = database{
	name: "netgroup",
	lookup: func(s *System, p *Printer, keys []string) bool {
		switch len(keys) {
		case 1:
			return expandNetgroup(s, p, keys[0])
		case 4:
			matchNetgroup(s, p, keys[0], keys[1:])
		}
		return true
	},
}

// expandNetgroup prints the members of a netgroup.
func expandNetgroup(s *System, p *Printer, name string) bool {
	started := false
	start := func() {
		if !started {
			started = true
			p.out.Write(appendPadded(p.out.AvailableBuffer(), name, 21))
		}
	}
	status := s.Netgroup(byName(name), func(t *entry.Triple) bool {
		start()
		p.triple(t)
		return true
	})
	if status != nss.Success {
		return false
	}
	start()
	p.out.WriteByte('\n')
	return true
}

// triple writes a member; glibc's getent has a blank for an empty host.
func (p *Printer) triple(t *entry.Triple) {
	p.out.WriteString(" (")
	if len(t.Host) == 0 {
		p.out.WriteByte(' ')
	}
	p.out.Write(t.Host)
	p.out.WriteByte(',')
	p.out.Write(t.User)
	p.out.WriteByte(',')
	p.out.Write(t.Domain)
	p.out.WriteByte(')')
}

// matchNetgroup prints whether a netgroup has a member; * matches anything.
func matchNetgroup(s *System, p *Printer, name string, member []string) {
	var want [3]*string
	var text [3]string
	for i, m := range member {
		if m != "*" {
			want[i], text[i] = &member[i], m
		}
	}
	answer := "0"
	if s.InNetgroup(name, want[0], want[1], want[2]) {
		answer = "1"
	}
	p.out.Write(appendPadded(p.out.AvailableBuffer(), name, 21))
	p.out.WriteString(" (" + text[0] + "," + text[1] + "," + text[2] + ") = " + answer + "\n")
}
