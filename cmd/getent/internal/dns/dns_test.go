package dns

import (
	"strings"
	"testing"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// FuzzReply takes any message for a reply: what comes of it belongs to the
// question and can be printed.
func FuzzReply(f *testing.F) {
	q, err := newQuestion("a.example", dnsmessage.TypeA, true)
	if err != nil {
		f.Fatal(err)
	}
	reply := append([]byte(nil), q.wire...)
	reply[2] |= 0x80
	f.Add(reply[2:])
	f.Add(append(reply[2:], "\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x00\x00\x04\x0a\x00\x00\x01"...))
	f.Add(append(reply[2:], "\xc0\x0c\x00\x05\x00\x01\x00\x00\x00\x00\x00\x02\xc0\x0c"...))
	f.Fuzz(func(t *testing.T, rest []byte) {
		message := append(q.wire[:2:2], rest...)
		r := q.parse(message)
		if r == nil {
			return
		}
		asked := *q
		asked.reply = r
		if s := asked.status(); s > nss.TryAgain && s != noData {
			t.Fatalf("status %d", s)
		}
		names, found := asked.follow()
		for _, name := range names {
			if strings.ContainsAny(name, " \n\t\x00") {
				t.Fatalf("name %q", name)
			}
		}
		for _, record := range found {
			if last := names[len(names)-1]; !equalFold(strings.TrimSuffix(record.name.String(), "."), last) {
				t.Fatalf("a record of %v for %q", record.name, last)
			}
		}
	})
}

// FuzzResolvConf reads any resolv.conf.
func FuzzResolvConf(f *testing.F) {
	f.Add("nameserver 127.0.0.1\nsearch a b\noptions ndots:99 timeout:99 attempts:99 rotate\n", "name", true)
	f.Add("domain .\nnameserver ::1%lo\n;c\n", "a.b", false)
	f.Fuzz(func(t *testing.T, text, name string, glibc bool) {
		c := Parse(text, glibc)
		if len(c.Servers) == 0 || len(c.Servers) > maxServers || c.Attempts < 1 || c.Attempts > 10 || c.Timeout <= 0 || c.Ndots > maxNdots {
			t.Fatalf("%+v", c)
		}
		if len(c.Names(name)) == 0 {
			t.Fatal("no name to ask for")
		}
	})
}
