// Inside runs in a chroot of the test's and does what its first argument says.
package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
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
	case "reach":
		for _, address := range os.Args[2:] {
			conn, err := net.Dial("udp", address)
			if err == nil {
				conn.Write([]byte("x"))
			}
			fmt.Println(address, err == nil)
		}
	case "send": // to an address of each packet, in both ways
		to := &net.UDPAddr{IP: net.ParseIP(os.Args[2]), Port: 7}
		conn, err := net.ListenUDP("udp", nil)
		if err != nil {
			fmt.Println(err)
			return
		}
		_, first := conn.WriteToUDP([]byte("x"), to)
		_, _, second := conn.WriteMsgUDP([]byte("x"), nil, to)
		fmt.Println(first == nil, second == nil)
	case "descriptors":
		entries, _ := os.ReadDir("/proc/self/fd")
		for _, entry := range entries {
			target, _ := os.Readlink("/proc/self/fd/" + entry.Name())
			if strings.HasPrefix(target, "/") && !strings.HasPrefix(target, "/proc") && target != "/dev/null" {
				fmt.Println(target)
			}
		}
	case "remount":
		fmt.Println(syscall.Mount("", "/", "", syscall.MS_REMOUNT|syscall.MS_BIND, "") == nil,
			syscall.Mknod("/tmp/disk", syscall.S_IFBLK|0o600, 8<<8) == nil)
	case "calls":
		calls()
	case "files":
		files(os.Args[2:])
	case "inherited":
		inherited()
	case "owners":
		owners()
	case "streams":
		streams()
	case "limits":
		text, _ := os.ReadFile("/proc/self/limits")
		for line := range strings.Lines(string(text)) {
			fmt.Println(strings.Join(strings.Fields(line), " "))
		}
	case "exit":
		os.Exit(7)
	case "leave":
		exec.Command("/proc/self/exe", "sleep").Start()
		time.Sleep(50 * time.Millisecond) // so that it is a process of its own
	case "pose":
		posing := exec.Command("/proc/self/exe", "posing")
		posing.Stdout = os.Stdout
		posing.Start()
		time.Sleep(200 * time.Millisecond)
	case "posing":
		fmt.Println(pose())
		time.Sleep(time.Hour)
	case "sleep":
		time.Sleep(time.Hour)
	case "env":
		fmt.Println(strings.Join(os.Environ(), " "))
	}
}
