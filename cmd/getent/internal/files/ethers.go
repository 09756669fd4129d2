package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Ether yields the first host of /etc/ethers with an address or a name, whose case
// folds. The host of a name has the name that was asked for, since
// ether_hostton(3) returns only the address.
func Ether(s *fsys.System, q entry.Query, yield func(*entry.Ether) bool) nss.Status {
	var e entry.Ether
	return lines.Find(s, lines.Reading{Path: "/etc/ethers"}, q, func(line []byte) bool {
		switch {
		case !parseEther(line, &e):
			return false
		case q.Kind == entry.ByEther:
			return e.Address == q.Ether
		}
		return lines.SameFold(e.Name, q.Name)
	}, func() bool {
		if q.Kind == entry.ByName {
			e.Name = []byte(q.Name)
		}
		return yield(&e)
	})
}

// parseEther reads a line as glibc 2.36 was observed to; the name may be missing.
func parseEther(line []byte, e *entry.Ether) bool {
	line, ok := lines.Content(line)
	if !ok {
		return false
	}
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	for i := range e.Address {
		value, n := lines.Strtoul(line, 16)
		if n == 0 || value > 255 {
			return false
		}
		e.Address[i], line = byte(value), line[n:]
		switch {
		case i < 5 && (len(line) == 0 || line[0] != ':'):
			return false
		case i < 5:
			line = line[1:]
		case len(line) > 0 && !entry.IsSpace(line[0]):
			return false
		}
	}
	e.Name, _ = entry.Words(line).Cut()
	return true
}

// EtherAddress reads an Ethernet address as ether_aton(3) of glibc: six parts of one
// or two hexadecimal digits. Behind a last part of one digit nothing but white space
// may follow, behind one of two digits anything.
func EtherAddress(text string) (address [6]byte, ok bool) {
	for i := range address {
		n := 0
		for n < len(text) && n < 2 && lines.Digit(text[n]) < 16 {
			address[i] = address[i]<<4 | byte(lines.Digit(text[n]))
			n++
		}
		if n == 0 {
			return address, false
		}
		text = text[n:]
		switch {
		case i == 5 && n == 2:
			return address, true
		case i < 5:
			if text == "" || text[0] != ':' {
				return address, false
			}
			text = text[1:]
		}
	}
	return address, text == "" || entry.IsSpace(text[0])
}
