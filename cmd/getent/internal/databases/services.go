package databases

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
)

var services = table[entry.Named]{
	name:  "services",
	query: serviceQuery,
	find:  (*System).Ports,
	print: (*Printer).service,
}

// serviceQuery makes the query of NAME, PORT, NAME/PROTOCOL or PORT/PROTOCOL.
func serviceQuery(key string) entry.Query {
	var q entry.Query
	q.Name, q.Protocol, q.HasProtocol = strings.Cut(key, "/")
	q.Kind = entry.ByName
	if port, ok := lines.WholeNumber(q.Name); ok && port <= 65535 && q.Name[0] >= '0' && q.Name[0] <= '9' {
		q.Kind, q.Number = entry.ByNumber, uint32(port)
	}
	return q
}

func (p *Printer) service(e *entry.Named) {
	b := append(appendPadded(p.out.AvailableBuffer(), e.Name, 21), ' ')
	b = append(strconv.AppendUint(b, uint64(e.Number), 10), '/')
	p.row(append(b, e.Protocol...), e.Aliases)
}
