package files

import (
	"bytes"
	"errors"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

const aliasesPath = "/etc/aliases"

var errLongAlias = errors.New("left out an alias whose members take more than 4 MiB")

// Aliases yields the mail aliases that the query selects; names fold case.
func Aliases(s *fsys.System, q entry.Query, yield func(*entry.Alias) bool) nss.Status {
	var e entry.Alias
	found, stop, inEntry := false, false, false
	// Behind an entry of another name than the one that is looked for, glibc 2.36
	// was observed to skip whatever a blank starts, even behind comments.
	other := false
	done := func() bool { // the entry that the lines so far make up
		if e.Name == nil || len(e.Members) == 0 {
			return true
		}
		found = true
		stop = !yield(&e) || q.Kind != entry.All
		return !stop
	}
	status := lines.Scan(s, lines.Reading{Path: aliasesPath}, func(line []byte) bool {
		if other && (len(line) == 0 || line[0] == '#' || entry.IsSpace(line[0])) {
			return true
		}
		if len(line) > 0 && line[0] == '#' {
			inEntry = false
			return true
		}
		if inEntry && len(line) > 0 && entry.IsSpace(line[0]) {
			if e.Name != nil {
				aliasMembers(s, &e, line, true)
			}
			return true
		}
		if !done() {
			return false
		}
		e.Name, e.Members = nil, e.Members[:0]
		name, rest, last := lines.Field(lines.TrimLeft(line))
		inEntry = !last && len(name) > 0 && bytes.IndexByte(name, '#') < 0
		if !inEntry {
			return true
		}
		if other = q.Kind == entry.ByName && !lines.SameFold(name, q.Name); other {
			return true
		}
		e.Name = append([]byte(nil), name...)
		aliasMembers(s, &e, rest, true)
		return true
	})
	if !stop {
		done()
	}
	if found && q.Kind != entry.All {
		return nss.Success
	}
	return status
}

// aliasMembers adds the members of a line. What :include:FILE names is read in
// place of it, except in such a file.
func aliasMembers(s *fsys.System, e *entry.Alias, line []byte, include bool) {
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	for len(line) > 0 {
		member := line
		if i := bytes.IndexByte(line, ','); i >= 0 {
			member, line = line[:i], line[i+1:]
		} else {
			line = nil
		}
		member = lines.TrimLeft(member)
		path, included := bytes.CutPrefix(member, []byte(":include:"))
		switch {
		case len(member) == 0:
		case include && included:
			lines.Scan(s, lines.Reading{Path: string(path)}, func(line []byte) bool {
				aliasMembers(s, e, line, false)
				return true
			})
		case len(e.Members)+len(member) > lines.MaxLine:
			s.Problem(aliasesPath, errLongAlias)
			e.Name = nil
			return
		default:
			if len(e.Members) > 0 {
				e.Members = append(e.Members, ',')
			}
			e.Members = append(e.Members, member...)
		}
	}
}
