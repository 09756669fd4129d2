package getent

import (
	"encoding/binary"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// badServer answers every message over UDP and TCP with what reply makes of it.
func badServer(t *testing.T, reply func(query []byte, tcp bool) []byte) {
	t.Helper()
	packets, err := net.ListenPacket("udp", "127.0.0.1:53")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { packets.Close() })
	go func() {
		buf := make([]byte, 1<<16)
		for {
			n, from, err := packets.ReadFrom(buf)
			if err != nil {
				return
			}
			if r := reply(buf[:n], false); r != nil {
				packets.WriteTo(r, from)
			}
		}
	}()
	l, err := net.Listen("tcp", "127.0.0.1:53")
	if err != nil {
		t.Fatal(err)
	}
	accept(t, l, func(c net.Conn) {
		var size uint16
		if binary.Read(c, binary.BigEndian, &size) != nil {
			return
		}
		query := make([]byte, size)
		if _, err := io.ReadFull(c, query); err != nil {
			return
		}
		if r := reply(query, true); r != nil {
			binary.Write(c, binary.BigEndian, uint16(len(r)))
			c.Write(r)
		}
	})
}

// answer makes the reply to a query: change its header, add its answers.
func answer(query []byte, change func(*dnsmessage.Header), add func(b *dnsmessage.Builder, q dnsmessage.Question)) []byte {
	var p dnsmessage.Parser
	h, err := p.Start(query)
	if err != nil {
		return nil
	}
	q, err := p.Question()
	if err != nil {
		return nil
	}
	h.Response = true
	if change != nil {
		change(&h)
	}
	b := dnsmessage.NewBuilder(nil, h)
	b.EnableCompression()
	b.StartQuestions()
	b.Question(q)
	b.StartAnswers()
	if add != nil {
		add(&b, q)
	}
	message, _ := b.Finish()
	return message
}

func name(text string) dnsmessage.Name { return dnsmessage.MustNewName(text) }

func head(n dnsmessage.Name) dnsmessage.ResourceHeader {
	return dnsmessage.ResourceHeader{Name: n, Class: dnsmessage.ClassINET, TTL: 1}
}

func address(last byte) dnsmessage.AResource { return dnsmessage.AResource{A: [4]byte{10, 0, 0, last}} }

// TestHostileDNS asks servers that lie. None gives an answer, and each costs at
// most its time-outs.
func TestHostileDNS(t *testing.T) {
	for what, reply := range map[string]func(query []byte, tcp bool) []byte{
		"silence": func([]byte, bool) []byte { return nil },
		"garbage": func(q []byte, _ bool) []byte { return append(q[:2:2], strings.Repeat("\xff", 600)...) },
		"nothing": func([]byte, bool) []byte { return []byte{} },
		"the query": func(q []byte, _ bool) []byte {
			return q
		},
		"another id": func(q []byte, _ bool) []byte {
			return answer(q, func(h *dnsmessage.Header) { h.ID++ }, func(b *dnsmessage.Builder, q dnsmessage.Question) {
				b.AResource(head(q.Name), address(1))
			})
		},
		"another question": func(q []byte, _ bool) []byte {
			q[12]++ // the length of the first label
			return answer(q, nil, func(b *dnsmessage.Builder, q dnsmessage.Question) { b.AResource(head(q.Name), address(1)) })
		},
		"another class": func(q []byte, _ bool) []byte {
			return answer(q, nil, func(b *dnsmessage.Builder, q dnsmessage.Question) {
				h := head(q.Name)
				h.Class = dnsmessage.ClassCHAOS
				b.AResource(h, address(1))
			})
		},
		"a loop": func(q []byte, _ bool) []byte {
			return answer(q, nil, func(b *dnsmessage.Builder, q dnsmessage.Question) {
				b.CNAMEResource(head(q.Name), dnsmessage.CNAMEResource{CNAME: name("b.test.")})
				b.CNAMEResource(head(name("b.test.")), dnsmessage.CNAMEResource{CNAME: q.Name})
			})
		},
		"truncated for ever": func(q []byte, _ bool) []byte {
			return answer(q, func(h *dnsmessage.Header) { h.Truncated = true }, nil)
		},
		"SERVFAIL": func(q []byte, _ bool) []byte {
			return answer(q, func(h *dnsmessage.Header) { h.RCode = dnsmessage.RCodeServerFailure }, nil)
		},
		"REFUSED": func(q []byte, _ bool) []byte {
			return answer(q, func(h *dnsmessage.Header) { h.RCode = dnsmessage.RCodeRefused }, nil)
		},
	} {
		t.Run(what, func(t *testing.T) {
			badServer(t, reply)
			tree{"resolv.conf": "nameserver 127.0.0.1\noptions timeout:1 attempts:2\n"}.write(t)
			for _, libc := range []string{"--libc=musl", "--libc=glibc"} {
				start := time.Now()
				got := execute(t, toolPath, libc, "ahostsv4", "-A", "victim.test")
				if got.code != 2 || got.stdout != "" {
					t.Errorf("%s: %+v", libc, got)
				}
				// Two attempts of a second (glibc's second one is of two).
				if took := time.Since(start); took > 8*time.Second {
					t.Errorf("%s took %v", libc, took)
				}
			}
		})
	}
}

// TestOddAnswers takes answers that no honest server gives and that programs accept.
func TestOddAnswers(t *testing.T) {
	for what, add := range map[string]func(b *dnsmessage.Builder, q dnsmessage.Question){
		"another name": func(b *dnsmessage.Builder, _ dnsmessage.Question) {
			b.AResource(head(name("other.test.")), address(1))
		},
		"a long chain": func(b *dnsmessage.Builder, q dnsmessage.Question) {
			last := q.Name
			for i := range byte(12) {
				next := name(strings.Repeat("x", int(i)+1) + ".test.")
				b.CNAMEResource(head(last), dnsmessage.CNAMEResource{CNAME: next})
				last = next
			}
			b.AResource(head(last), address(1))
		},
		"a name with a newline": func(b *dnsmessage.Builder, q dnsmessage.Question) {
			evil := name("a\n10.6.6.6.bank.test.")
			b.CNAMEResource(head(q.Name), dnsmessage.CNAMEResource{CNAME: evil})
			b.AResource(head(evil), address(1))
		},
	} {
		t.Run(what, func(t *testing.T) {
			badServer(t, func(q []byte, _ bool) []byte { return answer(q, nil, add) })
			tr := tree{"resolv.conf": "nameserver 127.0.0.1\n"}
			tr.write(t)
			likeGlibc(t, tr, "ahostsv4", "-A", "victim.test")
			likeMusl(t, tr, "ahostsv4", "victim.test")
			if got := execute(t, toolPath, "hosts", "victim.test"); strings.Contains(got.stdout, "bank") {
				t.Errorf("%+v", got)
			}
		})
	}
}

// TestLargestAnswer takes an answer that fills a TCP message.
func TestLargestAnswer(t *testing.T) {
	badServer(t, func(query []byte, tcp bool) []byte {
		if !tcp {
			return answer(query, func(h *dnsmessage.Header) { h.Truncated = true }, nil)
		}
		return answer(query, nil, func(b *dnsmessage.Builder, q dnsmessage.Question) {
			for i := range 4000 { // musl takes 48
				b.AResource(head(q.Name), dnsmessage.AResource{A: [4]byte{10, 1, byte(i >> 8), byte(i)}})
			}
		})
	})
	tree{"resolv.conf": "nameserver 127.0.0.1\n"}.write(t)
	for _, libc := range []string{"--libc=musl", "--libc=glibc"} {
		got := execute(t, toolPath, libc, "ahostsv4", "-A", "victim.test")
		want := map[string]int{"--libc=musl": 48, "--libc=glibc": 4000}[libc]
		if n := strings.Count(got.stdout, "STREAM"); got.code != 0 || n != want {
			t.Errorf("%s: code %d, %d addresses", libc, got.code, n)
		}
	}
}
