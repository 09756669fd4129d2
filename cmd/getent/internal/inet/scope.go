package inet

import (
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// ParseScoped reads a numeric address as getaddrinfo(3) does: inet_aton's forms
// of IPv4, or IPv6 with an optional scope, the name or index of an interface,
// after a %. The name may follow a link-local address and, to glibc, an
// interface-local one of multicast.
func ParseScoped(text string, glibc bool) (Addr, bool) {
	if n, ok := AtonWhole(text); ok {
		return V4(n), true
	}
	text, scope, scoped := strings.Cut(text, "%")
	if strings.IndexByte(text, ':') < 0 {
		return Addr{}, false
	}
	a, ok := Parse(text)
	if !ok || !scoped {
		return a, ok
	}
	if n, err := strconv.ParseUint(scope, 10, 32); err == nil {
		a.Scope = uint32(n)
		return a, true
	}
	if !a.LinkLocal() && !(glibc && a.interfaceLocal()) {
		return Addr{}, false
	}
	a.Scope, ok = interfaceIndex(scope)
	return a, ok
}

// LinkLocal tells whether an address is one of fe80::/10 or ff02::/16.
func (a Addr) LinkLocal() bool {
	return a.Is6 && (a.IP[0] == 0xfe && a.IP[1]&0xc0 == 0x80 || a.IP[0] == 0xff && a.IP[1]&0x0f == 2)
}

// interfaceLocal tells whether an address is one of ff01::/16, whatever its flags.
func (a Addr) interfaceLocal() bool { return a.Is6 && a.IP[0] == 0xff && a.IP[1]&0x0f == 1 }

// interfaceIndex is if_nametoindex(3).
func interfaceIndex(name string) (uint32, bool) {
	request, err := unix.NewIfreq(name)
	if err != nil {
		return 0, false
	}
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return 0, false
	}
	defer unix.Close(fd)
	err = unix.IoctlIfreq(fd, unix.SIOCGIFINDEX, request)
	return request.Uint32(), err == nil
}
