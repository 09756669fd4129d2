package databases

import "github.com/serpent-os/wildebeest/cmd/internal/entry"

// shells is not a database of glibc's getent.
var shells = table[entry.Shell]{
	name:  "shells",
	query: byName,
	find:  (*System).Shells,
	print: (*Printer).shell,
}

func (p *Printer) shell(e *entry.Shell) {
	p.out.Write(e.Path)
	p.out.WriteByte('\n')
}
