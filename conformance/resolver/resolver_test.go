package resolver

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"net/netip"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"github.com/serpent-os/wildebeest/conformance/nameserver"
)

// all is the variable that asks for every combination, not a sample.
const all = "WILDEBEEST_DNS"

// sampled is how many combinations one of the sample stands for.
const sampled = 24

// atOnce is how many programs wait for name servers at a time.
const atOnce = 16

// tries is how often a scenario is run before a difference counts. Some answers depend on
// which of two replies comes first, or on the server that options rotate begins with: no
// answer of one program is then among the other's.
const tries = 9

// TestBehaviours compares every combination of the sample, or of all.
func TestBehaviours(t *testing.T) {
	var mu sync.Mutex
	var running []*scenario
	server, err := nameserver.Listen(func(q nameserver.Query) nameserver.Reply {
		mu.Lock()
		defer mu.Unlock()
		for _, s := range running {
			if r, ok := s.answer(q); ok {
				return r
			}
		}
		return nameserver.Reply{RCode: dnsmessage.RCodeNameError}
	}, netip.MustParseAddr("127.0.0.1"), netip.MustParseAddr("127.0.0.2"))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	count := 0
	for _, g := range groups() {
		if os.Getenv(all) == "" {
			g.scenarios = sample(g.scenarios)
		}
		mu.Lock()
		running = g.scenarios
		mu.Unlock()
		count += len(g.scenarios)
		write(t, "resolv.conf", g.conf)
		write(t, "nsswitch.conf", "hosts: files dns\n")
		g.compare(t)
	}
	t.Logf("%d scenarios, %d pairs", count, len(pairs))
}

// sample keeps some of a list, the same in every run.
func sample(list []*scenario) []*scenario {
	var kept []*scenario
	for _, s := range list {
		h := fnv.New32a()
		h.Write([]byte(s.name))
		if h.Sum32()%sampled == 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile("/etc/"+name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// compare runs the scenarios of a group, many at once.
func (g *group) compare(t *testing.T) {
	var wait sync.WaitGroup
	slots := make(chan bool, atOnce)
	for _, s := range g.scenarios {
		for _, p := range pairs {
			wait.Add(1)
			slots <- true
			go func() {
				defer func() { <-slots; wait.Done() }()
				var want, got string
				wants, gots := map[string]bool{}, map[string]bool{}
				for range tries {
					want, got = run(p.referee, s.arguments...), run(p.arguments[0], append(p.arguments[1:len(p.arguments):len(p.arguments)], s.arguments...)...)
					wants[want], gots[got] = true, true
					if gots[want] || wants[got] {
						return
					}
				}
				t.Errorf("%s, %q: getent %q\n%s: %s\nours: %s", s.name, g.conf, s.arguments, p.name, want, got)
			}()
		}
	}
	wait.Wait()
}

// run executes a program and shows its code and output.
func run(path string, arguments ...string) string {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var out bytes.Buffer
	command := exec.CommandContext(ctx, path, arguments...)
	command.Env = []string{"PATH=/usr/bin:/bin"}
	command.Stdout, command.Stderr = &out, &out
	err := command.Run()
	if command.ProcessState == nil {
		return fmt.Sprint(err)
	}
	return fmt.Sprintf("%d %q", command.ProcessState.ExitCode(), strings.TrimSuffix(out.String(), "\n"))
}
