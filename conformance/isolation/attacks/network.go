package main

import (
	"io"
	"net"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"golang.org/x/sys/unix"
)

var network = []attack{
	{"loopback", "connect to a server on the host's loopback", func(h host.Host) string { return connect("tcp", h.TCP) }},
	{"abstract-socket", "connect to an abstract socket of the host", func(h host.Host) string { return connect("unix", "@"+h.Abstract) }},
	{"join-network", "enter the network namespace of process 1's parents", joinNetwork},
	{"vsock", "make a socket to the machine that this is a guest of", makeSocket(unix.AF_VSOCK, unix.SOCK_STREAM, 0)},
	{"raw-socket", "make a socket for raw packets", makeSocket(unix.AF_PACKET, unix.SOCK_RAW, 0)},
	{"audit-socket", "make a socket to the kernel's audit", makeSocket(unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_AUDIT)},
	{"crypto-socket", "make a socket to the kernel's cryptography", makeSocket(unix.AF_ALG, unix.SOCK_SEQPACKET, 0)},
}

func connect(network, address string) string {
	conn, err := net.DialTimeout(network, address, 2*time.Second)
	if err != nil {
		return ""
	}
	defer conn.Close()
	conn.SetReadDeadline(time.Now().Add(2 * time.Second))
	text, _ := io.ReadAll(io.LimitReader(conn, 64))
	if !strings.Contains(string(text), host.Secret) {
		return ""
	}
	return "the host's secret, from its server"
}

func joinNetwork(h host.Host) string {
	for _, process := range others() {
		fd, err := unix.Open(process+"/ns/net", unix.O_RDONLY, 0)
		if err == nil && unix.Setns(fd, unix.CLONE_NEWNET) == nil {
			if reached := connect("tcp", h.TCP); reached != "" {
				return reached
			}
		}
	}
	return ""
}

func makeSocket(family, kind, protocol int) func(host.Host) string {
	return func(host.Host) string {
		fd, err := unix.Socket(family, kind, protocol)
		if err != nil {
			return ""
		}
		unix.Close(fd)
		return "it was made"
	}
}
