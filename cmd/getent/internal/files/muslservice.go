package files

import (
	"bytes"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// muslServiceLine is how much of a line of /etc/services musl reads at once;
// what is longer counts as further lines.
const muslServiceLine = 127

// muslServiceName is the longest name that musl finds by port. It takes a name
// that strtol(3) makes the port's number of for having none; where a name is no
// number at all that is 0.
const muslServiceName = 15

// muslService finds one service as getservbyname and getservbyport of musl do.
// They know tcp and udp only, return the name that was asked for in place of
// the official one, and give it as the alias too.
func muslService(s *fsys.System, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	protocols := []string{"tcp", "udp"}
	if q.HasProtocol {
		if q.Protocol != "tcp" && q.Protocol != "udp" {
			return nss.NotFound
		}
		protocols = []string{q.Protocol}
	}
	if q.Kind == entry.ByName {
		return muslServiceOf(s, q.Name, q, protocols, yield)
	}
	for _, protocol := range protocols {
		unusable := false
		status := muslServiceOf(s, "", q, []string{protocol}, func(e *entry.Named) bool {
			number, _ := lines.Strtoul(e.Name, 10)
			unusable = len(e.Name) == 0 || len(e.Name) > muslServiceName || number == uint64(q.Number)
			return unusable || yield(e)
		})
		if status != nss.NotFound && !unusable {
			return status
		}
	}
	return nss.NotFound
}

func muslServiceOf(s *fsys.System, pattern string, q entry.Query, protocols []string, yield func(*entry.Named) bool) nss.Status {
	var e entry.Named
	return lines.Find(s, lines.Reading{Path: "/etc/services", Find: lines.Containing(pattern), Chunk: muslServiceLine}, q, func(line []byte) bool {
		return parseMuslService(line, q, protocols, &e)
	}, func() bool { return yield(&e) })
}

func parseMuslService(line []byte, q entry.Query, protocols []string, e *entry.Named) bool {
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	if q.Kind == entry.ByName && !hasWord(line, q.Name) {
		return false
	}
	end := 0
	for end < len(line) && !entry.IsSpace(line[end]) {
		end++
	}
	name, rest := line[:end], line[end:]
	port, n := lines.Strtoul(rest, 10)
	if n == 0 || port > 65535 {
		return false
	}
	rest = rest[n:]
	for _, protocol := range protocols {
		if !strings.HasPrefix(string(rest), "/"+protocol) {
			continue
		}
		if q.Kind == entry.ByName {
			name = []byte(q.Name)
		} else if uint32(port) != q.Number {
			return false
		}
		*e = entry.Named{Name: name, Number: uint32(port), Protocol: []byte(protocol), Aliases: entry.Words(name)}
		return true
	}
	return false
}

// hasWord tells whether name is in line with white space, or an end of the
// line, on both sides.
func hasWord(line []byte, name string) bool {
	for at := 0; ; at++ {
		i := bytes.Index(line[at:], []byte(name))
		if i < 0 || name == "" {
			return false
		}
		at += i
		end := at + len(name)
		if (at == 0 || entry.IsSpace(line[at-1])) && (end == len(line) || entry.IsSpace(line[end])) {
			return true
		}
	}
}
