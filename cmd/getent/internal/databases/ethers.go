package databases

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var ethers = table[entry.Ether]{
	name:  "ethers",
	keyed: true,
	query: etherQuery,
	find:  (*System).Ethers,
	print: (*Printer).ether,
}

// etherQuery makes the query of an address, or else of a name.
func etherQuery(key string) entry.Query {
	if address, ok := files.EtherAddress(key); ok {
		return entry.Query{Kind: entry.ByEther, Ether: address}
	}
	return byName(key)
}

func (p *Printer) ether(e *entry.Ether) {
	b := p.out.AvailableBuffer()
	for i, part := range e.Address {
		if i > 0 {
			b = append(b, ':')
		}
		b = strconv.AppendUint(b, uint64(part), 16)
	}
	b = append(b, ' ')
	p.out.Write(append(append(b, e.Name...), '\n'))
}
