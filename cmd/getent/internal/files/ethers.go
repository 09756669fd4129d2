package files

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// Ether yields the first host of /etc/ethers with the address or, when address
// is nil, with the name, whose case folds.
func (s *System) Ether(address *[6]byte, name string, yield func(*entry.Ether) bool) nss.Status {
	var e entry.Ether
	q := entry.Query{Kind: entry.ByName}
	return s.find(reading{path: "/etc/ethers"}, q, func(line []byte) bool {
		if !parseEther(line, &e) {
			return false
		}
		if address != nil {
			return e.Address == *address
		}
		return sameFold(e.Name, name)
	}, func() bool { return yield(&e) })
}

// parseEther reads a line as glibc 2.36 was observed to; the name may be missing.
func parseEther(line []byte, e *entry.Ether) bool {
	line, ok := content(line)
	if !ok {
		return false
	}
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	for i := range e.Address {
		value, n := strtoul(line, 16)
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

// EtherAddress reads an Ethernet address as ether_aton(3): six parts of one or
// two hexadecimal digits. White space may follow.
func EtherAddress(text string) (address [6]byte, ok bool) {
	for i := range address {
		n := 0
		for n < len(text) && n < 2 && digit(text[n]) < 16 {
			address[i] = address[i]<<4 | byte(digit(text[n]))
			n++
		}
		if n == 0 {
			return address, false
		}
		text = text[n:]
		if i < 5 {
			if text == "" || text[0] != ':' {
				return address, false
			}
			text = text[1:]
		}
	}
	return address, text == "" || entry.IsSpace(text[0])
}
