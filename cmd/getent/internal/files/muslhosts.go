package files

import (
	"bytes"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Limits of musl: how much of a line of /etc/hosts it reads at once (what is
// longer counts as further lines), and how many addresses it takes.
const (
	muslHostLine  = 511
	muslAddresses = 48
)

// muslHost finds a host as musl does: the addresses of all lines that have the
// name, followed by white space; case counts. The host's name is the first one
// that is valid.
// A name with addresses of another family only is a success without addresses:
// it isn't looked for elsewhere.
func muslHost(s *fsys.System, name string, family inet.Family) (*inet.Host, nss.Status) {
	host := &inet.Host{}
	other := false
	status := lines.Scan(s, lines.Reading{Path: hostsPath, Find: lines.Containing(name), Last: lines.Newlines}, func(line []byte) bool {
		line = lines.CutNUL(line)
		eachChunk(line, func(line []byte) {
			line = muslComment(line)
			if len(host.Addresses) == muslAddresses || !hasWordAfter(line, name) {
				return
			}
			word, rest := entry.Words(line).Cut()
			if len(line) > 0 && entry.IsSpace(line[0]) {
				return // the empty word is no address
			}
			address, ok := inet.ParseScoped(string(word), false)
			plain, _, scoped := strings.Cut(string(word), "%")
			if _, isAddress := inet.Parse(plain); !ok && !(scoped && isAddress) {
				return
			}
			if first, _ := rest.Cut(); host.Name == "" && validHostname(string(first)) {
				host.Name = string(first)
			}
			if !ok || !family.Has(address) { // a bad scope is as another family
				other = true
				return
			}
			host.Addresses = append(host.Addresses, address)
		})
		return len(host.Addresses) < muslAddresses
	})
	if len(host.Addresses) == 0 && !other {
		return nil, status
	}
	if host.Name == "" {
		host.Name = name
	}
	return host, nss.Success
}

func eachChunk(line []byte, use func(chunk []byte)) {
	for len(line) > 0 {
		chunk := line[:min(muslHostLine, len(line))]
		line = line[len(chunk):]
		use(chunk)
	}
}

// muslComment ends a line at a comment, as if the line ended there.
func muslComment(line []byte) []byte {
	if i := bytes.IndexByte(line, '#'); i >= 0 {
		line[i] = '\n'
		line = line[:i+1]
	}
	return line
}

// hasWordAfter tells whether name is in line with white space on both sides.
func hasWordAfter(line []byte, name string) bool {
	for at := 1; name != "" && at < len(line); at++ {
		i := bytes.Index(line[at:], []byte(name))
		if i < 0 {
			return false
		}
		at += i
		if end := at + len(name); entry.IsSpace(line[at-1]) && end < len(line) && entry.IsSpace(line[end]) {
			return true
		}
	}
	return false
}

func muslHostByAddr(s *fsys.System, address inet.Addr) (*inet.Host, nss.Status) {
	var host *inet.Host
	status := lines.Scan(s, lines.Reading{Path: hostsPath, Last: lines.Newlines}, func(line []byte) bool {
		line = lines.CutNUL(line)
		eachChunk(line, func(line []byte) {
			line = muslComment(line)
			if host != nil || len(line) > 0 && entry.IsSpace(line[0]) {
				return
			}
			word, rest := entry.Words(line).Cut()
			a, ok := inet.ParseScoped(string(word), false)
			if a.Mapped() {
				a = a.Unmap() // musl compares all as IPv6 addresses
			}
			want := address
			if want.Mapped() {
				want = want.Unmap()
			}
			if name, _ := rest.Cut(); ok && a == want && len(name) < 256 {
				host = &inet.Host{Name: string(name), Addresses: []inet.Addr{address}}
			}
		})
		return host == nil
	})
	if host != nil && host.Name != "" {
		return host, nss.Success
	}
	return nil, status
}

// validHostname is what musl takes for the name of a host: letters, digits, -,
// dots and all bytes of UTF-8.
func validHostname(name string) bool {
	if name == "" || len(name) > 253 {
		return false
	}
	for _, c := range []byte(name) {
		switch {
		case c >= 0x80, c == '-', c == '.', c >= '0' && c <= '9', lines.Lower(c) >= 'a' && lines.Lower(c) <= 'z':
		default:
			return false
		}
	}
	return true
}
