package inet

import "golang.org/x/sys/unix"

// Sockaddr returns the socket address of a port.
func (a Addr) Sockaddr(port int) unix.Sockaddr {
	if a.Is6 {
		return &unix.SockaddrInet6{Port: port, ZoneId: a.Scope, Addr: a.IP}
	}
	return &unix.SockaddrInet4{Port: port, Addr: [4]byte(a.IP[12:])}
}
