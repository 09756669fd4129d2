package databases

import (
	"bytes"
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/internal/accounts/files"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

var passwd = table[entry.Passwd]{
	name:  "passwd",
	query: idOrName,
	find:  (*System).Users,
	print: (*Printer).user,
}

// user writes a user as putpwent(3) does, which refuses what would read
// back differently and leaves out the numbers of compat entries. musl's doesn't.
func (p *Printer) user(e *entry.Passwd) {
	if e.Lines != nil {
		p.out.Write(e.Lines)
		return
	}
	b := p.out.AvailableBuffer()
	if p.glibc && bytes.IndexByte(e.Shell, ':') >= 0 {
		p.refuse("passwd")
		return
	}
	b = append(append(b, e.Name...), ':')
	b = append(append(b, e.Password...), ':')
	if p.glibc && files.Compat(e.Name) {
		b = append(b, "::"...)
	} else {
		b = append(strconv.AppendUint(b, uint64(e.UID), 10), ':')
		b = append(strconv.AppendUint(b, uint64(e.GID), 10), ':')
	}
	b = append(append(b, e.Gecos...), ':')
	b = append(append(b, e.Dir...), ':')
	b = append(append(b, e.Shell...), '\n')
	p.out.Write(b)
}
