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

// Source asks the kernel which address it would send from to a.
func Source(a Addr) (Addr, bool) {
	family := unix.AF_INET
	if a.Is6 {
		family = unix.AF_INET6
	}
	fd, err := unix.Socket(family, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return Addr{}, false
	}
	defer unix.Close(fd)
	if unix.Connect(fd, a.Sockaddr(65535)) != nil {
		return Addr{}, false
	}
	sa, err := unix.Getsockname(fd)
	if err != nil {
		return Addr{}, false
	}
	source, _ := FromSockaddr(sa)
	return source, true
}
