package resolver

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/conformance/nameserver"
)

// roundTrip is what each reply takes: long enough that questions of one round trip
// come before it.
const roundTrip = 150 * time.Millisecond

// TestQueries compares what the servers are asked: the same questions, in no more round
// trips than the libc's.
func TestQueries(t *testing.T) {
	server, err := nameserver.Listen(func(q nameserver.Query) (r nameserver.Reply) {
		kind, _, _ := strings.Cut(q.Name, ".")
		switch {
		case q.Type == dnsmessage.TypePTR:
			r = records("@ PTR g.t.")(q)
		case strings.HasSuffix(q.Name, ".a.t."):
			r.RCode = dnsmessage.RCodeNameError
		case strings.HasPrefix(kind, "cname"):
			r = behind("x.t.")(q)
		case strings.HasPrefix(kind, "four") && q.Type == dnsmessage.TypeAAAA, strings.HasPrefix(kind, "six") && q.Type == dnsmessage.TypeA, strings.HasPrefix(kind, "empty"):
		case strings.HasPrefix(kind, "none"):
			r.RCode = dnsmessage.RCodeNameError
		case strings.HasPrefix(kind, "cut"):
			r = truncated(address("2"))(q)
		default:
			r = address("1")(q)
		}
		r.Delay = roundTrip
		return r
	}, netip.MustParseAddr("127.0.0.1"), netip.MustParseAddr("127.0.0.2"))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	write(t, "nsswitch.conf", "hosts: files dns\n")
	n := 0
	for _, conf := range []string{"nameserver 127.0.0.1\n", "nameserver 127.0.0.1\nnameserver 127.0.0.2\nsearch a.t b.t\n", "nameserver 127.0.0.1\noptions use-vc\n", "nameserver 127.0.0.1\noptions single-request\n"} {
		write(t, "resolv.conf", conf)
		var wait sync.WaitGroup
		for _, p := range pairs {
			for _, kind := range []string{"both", "four", "six", "cname", "none", "empty", "cut", "short", "pointer"} {
				for _, database := range []string{"ahosts", "ahostsv4", "ahostsv6", "hosts"} {
					own := n
					n += 2
					wait.Go(func() { compareQueries(t, server, p, database, kind, own) })
				}
			}
			wait.Wait()
		}
	}
}

// compareQueries has a referee and getent ask for names of the same kind.
func compareQueries(t *testing.T, server *nameserver.Server, p pair, database, kind string, n int) {
	t.Helper()
	var want, got []string
	var most, trips int
	for range tries {
		want, most = asked(server, kind, n, p.referee, database)
		got, trips = asked(server, kind, n+1, p.arguments[0], append(p.arguments[1:len(p.arguments):len(p.arguments)], database)...)
		// musl's gethostbyname2 asks twice when its buffer was too small at first.
		if len(got) <= len(want) && trips <= most && slices.Equal(slices.Compact(slices.Clone(got)), slices.Compact(slices.Clone(want))) {
			return
		}
	}
	t.Errorf("%s %s: %s asks %q in %d round trips\ngetent asks %q in %d", database, kind, p.name, want, most, got, trips)
}

// asked runs a program for a name of its own and returns the questions, without this
// name's number, and in how many round trips they came.
func asked(server *nameserver.Server, kind string, n int, path string, arguments ...string) (questions []string, trips int) {
	label := fmt.Sprintf("%s%d", kind, n)
	key, prefix := label+".t", label+"."
	switch kind {
	case "short":
		key = label
	case "pointer":
		key, prefix = fmt.Sprintf("10.7.%d.%d", n/250, n%250), fmt.Sprintf("%d.%d.7.10.", n%250, n/250)
	}
	since := time.Now()
	run(path, append(arguments, key)...)
	var first time.Time
	for _, q := range server.Queries("") {
		if q.Time.Before(since) || !strings.HasPrefix(q.Name, prefix) {
			continue
		}
		if q.Time.Sub(first) >= roundTrip {
			first = q.Time
			trips++
		}
		question := strings.TrimPrefix(q.Name, prefix) + " " + q.Type.String()
		if q.TCP {
			question += " over TCP" // with the server that was first
		} else {
			question += " at " + q.Server.String()
		}
		questions = append(questions, question)
	}
	slices.Sort(questions)
	return questions, trips
}
