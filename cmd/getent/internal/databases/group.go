package databases

import (
	"bytes"
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/internal/accounts/files"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var group = table[entry.Group]{
	name:  "group",
	query: idOrName,
	find:  (*System).Groups,
	print: (*Printer).group,
}

// group writes a group as putgrent(3) does; see user.
func (p *Printer) group(e *entry.Group) {
	if e.Lines != nil {
		p.out.Write(e.Lines)
		return
	}
	if p.glibc && bytes.IndexByte(e.Members, ':') >= 0 {
		p.refuse("group")
		return
	}
	b := p.out.AvailableBuffer()
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	if !p.glibc || !files.Compat(e.Name) {
		b = strconv.AppendUint(b, uint64(e.GID), 10)
	}
	p.out.Write(append(b, ':'))
	p.out.Write(e.Members)
	p.out.WriteByte('\n')
}
