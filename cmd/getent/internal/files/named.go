// Package files reads the databases in /etc other than accounts, as a libc does.
package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// A namedFile has lines of a name, a value and aliases, apart by white space,
// with comments: services(5), protocols(5), rpc(5) and networks(5).
type namedFile struct {
	path  string
	value func(e *entry.Named) bool // takes the value from the start of the aliases
	same  func(word []byte, name string) bool
}

var (
	services  = namedFile{"/etc/services", servicePort, lines.SameBytes}
	protocols = namedFile{"/etc/protocols", wholeID, lines.SameBytes}
	rpc       = namedFile{"/etc/rpc", wholeID, lines.SameBytes}
	networks  = namedFile{"/etc/networks", networkAddress, lines.SameFold}
)

// Services yields the services that the query selects.
func Services(s *fsys.System, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	if !s.Glibc && q.Kind != entry.All {
		return muslService(s, q, yield)
	}
	return named(s, &services, q, yield)
}

// Protocols yields the protocols that the query selects.
func Protocols(s *fsys.System, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return named(s, &protocols, q, yield)
}

// RPC yields the RPC programs that the query selects.
func RPC(s *fsys.System, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return named(s, &rpc, q, yield)
}

// Networks yields the networks that the query selects; names fold case.
func Networks(s *fsys.System, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	return named(s, &networks, q, yield)
}

func named(s *fsys.System, t *namedFile, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	var e entry.Named
	return lines.Find(s, lines.Reading{Path: t.path}, q, func(line []byte) bool {
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

func (t *namedFile) alias(aliases entry.Words, name string) bool {
	for word := range aliases.All() {
		if t.same(word, name) {
			return true
		}
	}
	return false
}

func (t *namedFile) parse(line []byte, e *entry.Named) bool {
	line, ok := lines.Content(line)
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

func wholeID(e *entry.Named) (ok bool) {
	var value []byte
	value, e.Aliases = e.Aliases.Cut()
	e.Number, ok = lines.ID(value)
	return ok
}

// servicePort reads PORT/PROTOCOL. The port is in any base of strtoul(3) and
// wraps at 16 bits; the protocol may be missing.
func servicePort(e *entry.Named) bool {
	port, n := lines.Strtoul(e.Aliases, 0)
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
