// Inside runs in a chroot of the test's and does what its first argument says.
package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"time"
)

func main() {
	switch os.Args[1] {
	case "facts":
		entries, _ := os.ReadDir("/proc/self/ns")
		interfaces, _ := net.Interfaces()
		hostname, _ := os.Hostname()
		fmt.Println("ppid", os.Getppid(), "namespaces", len(entries) > 0, "interfaces", len(interfaces), "host", hostname)
	case "write":
		for _, path := range os.Args[2:] {
			err := os.WriteFile(path, []byte("x"), 0o644)
			fmt.Println(path, err == nil)
		}
	case "exit":
		os.Exit(7)
	case "leave":
		exec.Command("/proc/self/exe", "sleep").Start()
		time.Sleep(50 * time.Millisecond) // so that it is a process of its own
	case "sleep":
		time.Sleep(time.Hour)
	case "env":
		fmt.Println(strings.Join(os.Environ(), " "))
	}
}
