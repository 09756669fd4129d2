package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// A named table has lines of a name, a value and aliases, apart by white space,
// with comments: services(5), protocols(5), rpc(5) and networks(5).
type named struct {
	path  string
	value func(e *entry.Named) bool // takes the value from the start of the aliases
	same  func(word []byte, name string) bool
}

var (
	services  = named{"/etc/services", servicePort, sameBytes}
	protocols = named{"/etc/protocols", wholeID, sameBytes}
	rpc       = named{"/etc/rpc", wholeID, sameBytes}
	networks  = named{"/etc/networks", networkAddress, sameFold}
)

// Services yields the services that the query selects.
func (s *System) Services(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	if !s.Glibc && q.Kind != entry.All {
		return s.muslService(q, yield)
	}
	return s.named(&services, q, yield)
}

// Protocols yields the protocols that the query selects.
func (s *System) Protocols(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return s.named(&protocols, q, yield)
}

// RPC yields the RPC programs that the query selects.
func (s *System) RPC(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return s.named(&rpc, q, yield)
}

// Networks yields the networks that the query selects; names fold case.
func (s *System) Networks(q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return s.named(&networks, q, yield)
}

func (s *System) named(t *named, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	var e entry.Named
	return s.find(reading{path: t.path}, q, func(line []byte) bool {
		if !t.parse(line, &e) {
			return false
		}
		switch q.Kind {
		case entry.ByName:
			if !t.same(e.Name, q.Name) && !t.alias(e.Aliases, q.Name) {
				return false
			}
		case entry.ByNumber:
			if e.Number != q.Number {
				return false
			}
		}
		return !q.HasProtocol || string(e.Protocol) == q.Protocol
	}, func() bool { return yield(&e) })
}

func (t *named) alias(aliases entry.Words, name string) bool {
	for word := range aliases.All() {
		if t.same(word, name) {
			return true
		}
	}
	return false
}

func (t *named) parse(line []byte, e *entry.Named) bool {
	line, ok := content(line)
	if !ok {
		return false
	}
	*e = entry.Named{}
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	e.Name, e.Aliases = entry.Words(line).Cut()
	return t.value(e)
}

func sameBytes(word []byte, name string) bool { return string(word) == name }

// sameFold folds the case of ASCII letters, as strcasecmp(3) in the C locale.
func sameFold(word []byte, name string) bool {
	if len(word) != len(name) {
		return false
	}
	for i, c := range word {
		if lower(c) != lower(name[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func wholeID(e *entry.Named) (ok bool) {
	var value []byte
	value, e.Aliases = e.Aliases.Cut()
	e.Number, ok = id(value)
	return ok
}

// servicePort reads PORT/PROTOCOL. The port is in any base of strtoul(3) and
// wraps at 16 bits; the protocol may be missing.
func servicePort(e *entry.Named) bool {
	port, n := strtoul(e.Aliases, 0)
	if n == 0 || port > 1<<32-1 {
		return false
	}
	e.Number = uint32(uint16(port))
	rest := e.Aliases[n:]
	if len(rest) == 0 {
		e.Aliases = nil
		return true
	}
	if rest[0] != '/' {
		return false
	}
	rest = bytes.TrimLeft(rest, "/")
	end := 0
	for end < len(rest) && !entry.IsSpace(rest[end]) {
		end++
	}
	e.Protocol, e.Aliases = rest[:end], rest[end:]
	return true
}

// networkAddress reads an address in host order. Missing parts are 0, what is
// no address becomes 255.255.255.255.
func networkAddress(e *entry.Named) bool {
	var value []byte
	value, e.Aliases = e.Aliases.Cut()
	text := string(value)
	for dots := bytes.Count(value, []byte(".")); dots < 3; dots++ {
		text += ".0"
	}
	address, ok := InetNetwork(text)
	if !ok {
		address = 1<<32 - 1
	}
	e.Number = address
	return true
}
