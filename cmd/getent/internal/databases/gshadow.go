package databases

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var gshadow = table[entry.Gshadow]{
	name:  "gshadow",
	query: byName,
	find:  (*System).Gshadows,
	print: (*Printer).gshadow,
}

// gshadow writes a group's password as glibc's putsgent does, which
// refuses what would read back differently.
func (p *Printer) gshadow(e *entry.Gshadow) {
	if bytes.IndexByte(e.Members, ':') >= 0 {
		p.refuse("gshadow")
		return
	}
	b := p.out.AvailableBuffer()
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	b = append(append(b, e.Administrators...), ':')
	p.out.Write(append(append(b, e.Members...), '\n'))
}
