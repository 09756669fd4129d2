// Package muslproto has the protocols that are built into musl, which doesn't
// read /etc/protocols: what getprotoent returns to a program linked to it
// (observed on musl 1.2.3; a test asks the musl at hand).
package muslproto

import (
	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// Find yields the protocols that the query selects.
func Find(_ *fsys.System, q entry.Query, yield func(*entry.Named) bool) nss.Status {
	for _, p := range table {
		switch {
		case q.Kind == entry.ByName && p.name != q.Name:
		case q.Kind == entry.ByNumber && uint32(p.number) != q.Number:
		default:
			more := yield(&entry.Named{Name: []byte(p.name), Number: uint32(p.number)})
			if q.Kind != entry.All {
				return nss.Success
			}
			if !more {
				return nss.NotFound
			}
		}
	}
	return nss.NotFound
}

var table = [...]struct {
	name   string
	number uint8
}{
	{"ip", 0},
	{"icmp", 1},
	{"igmp", 2},
	{"ggp", 3},
	{"ipencap", 4},
	{"st", 5},
	{"tcp", 6},
	{"egp", 8},
	{"pup", 12},
	{"udp", 17},
	{"hmp", 20},
	{"xns-idp", 22},
	{"rdp", 27},
	{"iso-tp4", 29},
	{"xtp", 36},
	{"ddp", 37},
	{"idpr-cmtp", 38},
	{"ipv6", 41},
	{"ipv6-route", 43},
	{"ipv6-frag", 44},
	{"idrp", 45},
	{"rsvp", 46},
	{"gre", 47},
	{"esp", 50},
	{"ah", 51},
	{"skip", 57},
	{"ipv6-icmp", 58},
	{"ipv6-nonxt", 59},
	{"ipv6-opts", 60},
	{"rspf", 73},
	{"vmtp", 81},
	{"ospf", 89},
	{"ipip", 94},
	{"encap", 98},
	{"pim", 103},
	{"raw", 255},
}
