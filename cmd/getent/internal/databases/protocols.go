package databases

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var protocols = table[entry.Named]{
	name:  "protocols",
	query: numberOrName,
	find:  (*System).Protocols,
	print: (*Printer).protocol,
}

func (p *Printer) protocol(e *entry.Named) {
	b := append(appendPadded(p.out.AvailableBuffer(), e.Name, 21), ' ')
	p.row(strconv.AppendInt(b, int64(int32(e.Number)), 10), e.Aliases)
}
