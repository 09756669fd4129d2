package headers_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
)

// The headers that define something another header defines too, as measured
// once for all headers that both libcs and Linux 6.1 have.
var (
	kernelHeaders = strings.Fields(`linux/fanotify.h linux/if_arp.h linux/if_ether.h linux/in.h linux/in6.h
		linux/ipv6.h linux/prctl.h linux/signal.h linux/sysinfo.h linux/time.h asm/siginfo.h`)
	libcHeaders = strings.Fields(`arpa/inet.h ifaddrs.h net/ethernet.h netinet/if_ether.h netinet/in.h
		netinet/ip6.h poll.h resolv.h sched.h sys/fanotify.h sys/prctl.h sys/sysinfo.h sys/wait.h ucontext.h`)
)

// TestKernelHeaders includes each of the headers above with each other, in both
// orders: what compiles with glibc compiles with musl and the overlay, in C and
// C++, or is a row of known.tsv that is still true.
func TestKernelHeaders(t *testing.T) {
	pairsKnown := knownRows(t, "headers")
	targets := muslTargets(t)
	type pair struct{ first, second string }
	var pairs []pair
	for _, k := range kernelHeaders {
		for _, l := range libcHeaders {
			pairs = append(pairs, pair{k, l}, pair{l, k})
		}
	}
	var mu sync.Mutex
	seen := make(map[string]bool)
	for half := range 2 {
		t.Run(fmt.Sprint(half), func(t *testing.T) {
			t.Parallel()
			for i, p := range pairs {
				if i%2 != half {
					continue
				}
				text := "#include <" + p.first + ">\n#include <" + p.second + ">\nint main(void) { return 0; }\n"
				if _, err := accepts(glibc, text, "-xc"); err != nil {
					continue
				}
				name := p.first + " then " + p.second
				row, isKnown := pairsKnown[name]
				for _, language := range []string{"-xc", "-xc++"} {
					out, err := accepts(targets[0], text, language)
					switch {
					case err != nil && !isKnown:
						t.Errorf("%s (%s): glibc accepts it, musl with the overlay does not:\n%s", name, language, out)
					case err == nil && isKnown:
						t.Errorf("known.tsv says that %s does not compile (%s), but it does", name, row.Reason)
					}
				}
				if isKnown {
					mu.Lock()
					seen[name] = true
					mu.Unlock()
				}
			}
		})
	}
	t.Cleanup(func() {
		for name := range pairsKnown {
			if !seen[name] {
				t.Errorf("known.tsv's %q is not among the pairs that glibc accepts", name)
			}
		}
	})
}

// accepts compiles text without output and returns what the compiler said.
func accepts(to target, text, language string) (string, error) {
	args := slices.Concat(warnings, []string{"-fsyntax-only", "-D_GNU_SOURCE", language, "-"}, to.include)
	if language == "-xc++" {
		args = append(args, "-nostdinc++")
	}
	compiler := exec.Command(to.compiler, args...)
	compiler.Stdin = strings.NewReader(text)
	var out bytes.Buffer
	compiler.Stderr = &out
	err := compiler.Run()
	return out.String(), err
}
