package dns

import (
	"testing"

	"golang.org/x/net/dns/dnsmessage"
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
		names, found := asked.follow()
		for _, name := range names {
			if !glibcHostname(name) {
				t.Fatalf("name %q", name)
			}
		}
		for _, record := range found {
			if record.qtype != q.qtype {
				t.Fatalf("a record of type %v", record.qtype)
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
		if len(c.muslNames(name)) == 0 || len(c.glibcNames(name)) == 0 {
			t.Fatal("no name to ask for")
		}
	})
}
