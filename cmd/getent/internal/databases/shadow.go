package databases

import (
	"bytes"
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var shadow = table[entry.Shadow]{
	name:  "shadow",
	query: byName,
	find:  (*System).Shadows,
	print: (*Printer).shadow,
}

// shadow writes a password as putspent(3) does.
func (p *Printer) shadow(e *entry.Shadow) {
	b := p.out.AvailableBuffer()
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	for _, n := range [...]int64{e.Change, e.Min, e.Max, e.Warning, e.Inactivity, e.Expiry} {
		if n != -1 {
			b = strconv.AppendInt(b, n, 10)
		}
		b = append(b, ':')
	}
	if e.Flag != entry.NoFlag {
		b = strconv.AppendUint(b, e.Flag, 10)
	}
	p.out.Write(append(b, '\n'))
}

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
