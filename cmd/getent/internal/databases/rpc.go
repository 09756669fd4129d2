package databases

import (
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var rpc = table[entry.Named]{
	name:  "rpc",
	query: numberOrName,
	find:  (*System).Programs,
	print: (*Printer).program,
}

func (p *Printer) program(e *entry.Named) {
	b := append(appendPadded(p.out.AvailableBuffer(), e.Name, 15), ' ')
	b = strconv.AppendInt(b, int64(int32(e.Number)), 10)
	if first, _ := e.Aliases.Cut(); len(first) > 0 {
		b = append(b, ' ') // two blanks before the first alias
	}
	p.row(b, e.Aliases)
}
