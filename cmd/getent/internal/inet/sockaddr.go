package inet

import "golang.org/x/sys/unix"

// Sockaddr returns the socket address of a port.
func (a Addr) Sockaddr(port int) unix.Sockaddr {
	if a.Is6 {
		return &unix.SockaddrInet6{Port: port, ZoneId: a.Scope, Addr: a.IP}
	}
	return &unix.SockaddrInet4{Port: port, Addr: [4]byte(a.IP[12:])}
}

// FromSockaddr returns the address and the port of a socket address.
func FromSockaddr(sa unix.Sockaddr) (a Addr, port int) {
	switch sa := sa.(type) {
	case *unix.SockaddrInet4:
		return FromBytes(sa.Addr[:]), sa.Port
	case *unix.SockaddrInet6:
		return FromBytes(sa.Addr[:]), sa.Port
	}
	return Addr{}, 0
}
