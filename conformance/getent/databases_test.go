package getent

import (
	"fmt"
	"regexp"
	"strings"
)

// A shape is how the generator writes one database and asks for its entries.
type shape struct {
	database string
	file     string // below /etc
	list     bool   // glibc enumerates it
	musl     bool   // musl answers for its keys
	muslList bool   // musl enumerates it
	line     func(g generator) string
	key      func(g generator) string
	args     func(g generator, text string) []string // instead of keys
	tame     func(text string) string                // leaves out what glibc itself gets wrong
}

func nameOrNumber(g generator) string {
	if g.IntN(2) == 0 {
		return g.number()
	}
	return g.name()
}

var shapes = []shape{
	{database: "passwd", file: "passwd", list: true, musl: true, muslList: true, key: nameOrNumber,
		line: func(g generator) string {
			return fmt.Sprintf("%s:x:%s:%s:%s:/%s:/bin/%s", g.name(), g.number(), g.number(), g.name(), g.name(), g.pick("sh", "", "a:b"))
		}},
	{database: "group", file: "group", list: true, musl: true, muslList: true, key: nameOrNumber,
		line: func(g generator) string { return g.name() + ":x:" + g.number() + ":" + g.members() },
		tame: withoutMemberNUL},
	{database: "initgroups", file: "group", musl: true, key: generator.name,
		line: func(g generator) string { return g.name() + ":x:" + g.number() + ":" + g.members() },
		tame: withoutMemberNUL},
	{database: "shadow", file: "shadow", list: true, musl: true, key: generator.name,
		line: func(g generator) string {
			line := g.name() + ":*"
			for range 6 {
				line += ":" + g.pick("", "", g.number())
			}
			return line + ":" + g.pick("", "", g.number())
		},
		// To musl a line with a NUL goes on in the next one.
		tame: func(text string) string { return strings.ReplaceAll(text, "\x00", "") }},
	{database: "gshadow", file: "gshadow", list: true, key: generator.name,
		line: func(g generator) string { return g.name() + ":!:" + g.members() + ":" + g.members() }},
	{database: "services", file: "services", list: true, musl: true,
		key: func(g generator) string {
			return nameOrNumber(g) + g.pick("", "", "", "/tcp", "/udp", "/sctp", "/", "/TCP")
		},
		line: func(g generator) string {
			return g.name() + g.blank() + g.number() + "/" + g.pick("tcp", "udp", "tcp", "udp", "sctp", "TCP", "") + g.words(g.name)
		}},
	{database: "protocols", file: "protocols", list: true, musl: true, muslList: true, key: nameOrNumber,
		line: func(g generator) string { return g.name() + g.blank() + g.number() + g.words(g.name) }},
	{database: "rpc", file: "rpc", list: true, key: nameOrNumber,
		line: func(g generator) string { return g.name() + g.blank() + g.number() + g.words(g.name) }},
	{database: "networks", file: "networks", list: true,
		key: func(g generator) string { return g.pick(g.name(), g.network(), g.number()) },
		line: func(g generator) string {
			return g.name() + g.blank() + g.network() + g.words(g.name)
		}},
	{database: "ethers", file: "ethers",
		key:  func(g generator) string { return g.pick(g.name(), g.ether()) },
		line: func(g generator) string { return g.ether() + g.blank() + g.name() }},
	{database: "hosts", file: "hosts", list: true, musl: true, tame: withoutAddressNUL,
		key:  func(g generator) string { return g.pick(g.name(), g.name(), g.address()) },
		line: func(g generator) string { return g.address() + g.blank() + g.name() + g.words(g.name) }},
	{database: "ahosts", file: "hosts", list: true, musl: true, tame: withoutAddressNUL, key: generator.name,
		line: func(g generator) string { return g.address() + g.blank() + g.name() + g.words(g.name) }},
	{database: "aliases", file: "aliases", list: true, key: generator.name,
		line: func(g generator) string {
			line := g.name() + ":" + g.pick("", " ", "\t") + g.members()
			if g.IntN(4) == 0 {
				line += g.pick(",", "") + "\n" + g.blank() + g.members()
			}
			return line
		},
		// glibc 2.36 never returns from an empty member.
		tame: func(text string) string {
			for emptyAliasMember.MatchString(text) {
				text = emptyAliasMember.ReplaceAllString(text, "$1")
			}
			return text
		}},
	{database: "netgroup", file: "netgroup",
		line: func(g generator) string {
			line := g.name()
			for range g.IntN(4) {
				line += g.pick(" ", "\t", " \\\n ") + g.pick(g.triple(), g.triple(), g.name())
			}
			return line
		},
		args: func(g generator, _ string) []string {
			if g.IntN(2) == 0 {
				return []string{g.name()}
			}
			return []string{g.name(), g.pick("*", g.name()), g.pick("*", g.name()), g.pick("*", g.name())}
		}},
}

var emptyAliasMember = regexp.MustCompile(`([:,\n]\s*),`)

// withoutMemberNUL: musl reads on behind a NUL that follows a comma.
func withoutMemberNUL(text string) string { return strings.ReplaceAll(text, ",\x00", ",") }

// withoutAddressNUL: musl reads on behind a NUL that ends an address.
func withoutAddressNUL(text string) string {
	return addressNUL.ReplaceAllString(text, "$1")
}

var addressNUL = regexp.MustCompile(`(?m)^([^\x00\s]*)\x00+`)

func (g generator) network() string {
	text := g.number()
	for range g.IntN(4) {
		text += "." + g.number()
	}
	return text
}

func (g generator) address() string {
	switch g.IntN(12) {
	case 0:
		return g.pick("10.1", "0x0a000001", "010.0.0.1", "300.1.1.1", "1.2.3.4.5", "::g", "1::2::3", "fe80::1%lo", "fe80::1%1", "::ffff:10.0.0.3", "::", "::1.2.3.4", "1:2:3:4:5:6:7:8:9", "")
	case 1, 2:
		return g.pick("::1", "2001:db8::1", "2001:db8:0:0:1::2", "2001:0DB8::000a", "fe80::2", "ff02::1", "fc00::1", "2002::1", "::ffff:10.0.0.2")
	}
	return fmt.Sprintf("10.0.0.%d", g.IntN(8))
}

func (g generator) ether() string {
	text := g.hex()
	for range 5 {
		text += ":" + g.hex()
	}
	return text
}

func (g generator) hex() string {
	if g.IntN(30) == 0 {
		return g.pick("", "100", "g", "0x1", "fff", " 1", "-1")
	}
	return fmt.Sprintf(g.pick("%x", "%02x", "%02X"), g.IntN(3))
}

func (g generator) triple() string {
	return "(" + g.pick("", "-", g.name()) + "," + g.pick("", g.name()) + "," + g.pick("", g.name()) + ")"
}
