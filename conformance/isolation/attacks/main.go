// Attacks runs in a sandbox and tries to get out of it, in the way that its
// argument names; without one it lists the ways. It prints a Verdict as JSON.
// Nothing that an attack does harms a host that it reaches: it reads, opens and
// changes what the test has made for it, or makes a call that fails after the check
// of the caller's rights.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
)

// An attack tries one way out. run returns what it reached, or "" where nothing
// came of it.
type attack struct {
	name  string
	tries string
	run   func(h host.Host) string
}

// attacks are all, by what they are aimed at. Those at terminals come last, as the
// last of them takes the caller's away.
var attacks = [][]attack{files, mounts, devices, keyrings, network, processes, first, ipc, kernel, surface, information, terminals}

func main() {
	runtime.LockOSThread() // namespaces and keyrings are a thread's
	if len(os.Args) < 2 {
		list()
		return
	}
	if os.Args[1] == "sleep" { // as a process that is seen, or left
		time.Sleep(time.Hour)
		return
	}
	h, err := host.Read()
	if err != nil {
		fmt.Fprintln(os.Stderr, "attacks: read what the host is:", err)
		os.Exit(2)
	}
	for _, group := range attacks {
		for _, a := range group {
			if a.name == os.Args[1] {
				json.NewEncoder(os.Stderr).Encode(host.Verdict{Reached: a.run(h)})
				return
			}
		}
	}
	fmt.Fprintf(os.Stderr, "attacks: no attack %q\n", os.Args[1])
	os.Exit(2)
}

func list() {
	var all []host.Attack
	for _, group := range attacks {
		for _, a := range group {
			all = append(all, host.Attack{Name: a.name, Tries: a.tries})
		}
	}
	json.NewEncoder(os.Stdout).Encode(all)
}
