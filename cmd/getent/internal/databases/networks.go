package databases

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var networks = table[entry.Named]{
	name:  "networks",
	query: networkQuery,
	find:  (*System).Networks,
	print: (*Printer).network,
}

// networkQuery makes the query of a key; one with a leading digit is an address
// of inet_addr(3), whose error is an address too.
func networkQuery(key string) entry.Query {
	if key == "" || key[0] < '0' || key[0] > '9' {
		return byName(key)
	}
	address, ok := inet.Aton(key)
	if !ok {
		address = 1<<32 - 1
	}
	return entry.Query{Kind: entry.ByNumber, Number: address}
}

func (p *Printer) network(e *entry.Named) {
	b := append(appendPadded(p.out.AvailableBuffer(), e.Name, 21), ' ')
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(e.Number>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	p.row(b, e.Aliases)
}
