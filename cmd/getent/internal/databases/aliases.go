package databases

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var aliases = table[entry.Alias]{
	name:  "aliases",
	query: byName,
	find:  (*System).Aliases,
	print: (*Printer).alias,
}

func (p *Printer) alias(e *entry.Alias) {
	name := append(append(p.out.AvailableBuffer(), e.Name...), ": "...)
	p.out.Write(appendPadded(nil, name, 16))
	for rest, more := e.Members, true; more; {
		var member []byte
		member, rest, more = bytes.Cut(rest, []byte(","))
		p.out.Write(member)
		if more {
			p.out.WriteString(", ")
		}
	}
	p.out.WriteByte('\n')
}
