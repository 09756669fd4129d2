package inet

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// LoopbackUsable tells whether the machine has a family at all: musl's idea of
// AI_ADDRCONFIG is that a loopback address can be reached.
func LoopbackUsable(family Family) bool {
	address, kind := V4(127<<24|1), unix.AF_INET
	if family == IPv6 {
		address, kind = Loopback6, unix.AF_INET6
	}
	fd, err := unix.Socket(kind, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, unix.IPPROTO_UDP)
	if err != nil {
		return false
	}
	defer unix.Close(fd)
	return unix.Connect(fd, address.Sockaddr(65535)) == nil
}

// Configured tells whether the machine has an address of each family besides
// those of loopback: glibc's idea of AI_ADDRCONFIG.
func Configured() (v4, v6 bool) {
	data, err := syscall.NetlinkRIB(syscall.RTM_GETADDR, syscall.AF_UNSPEC)
	if err != nil {
		return true, true
	}
	messages, err := syscall.ParseNetlinkMessage(data)
	if err != nil {
		return true, true
	}
	for _, m := range messages {
		if m.Header.Type != syscall.RTM_NEWADDR {
			continue
		}
		attributes, err := syscall.ParseNetlinkRouteAttr(&m)
		if err != nil {
			continue
		}
		for _, attribute := range attributes {
			if attribute.Attr.Type != syscall.IFA_ADDRESS {
				continue
			}
			switch {
			case len(attribute.Value) == 4 && attribute.Value[0] != 127:
				v4 = true
			case len(attribute.Value) == 16 && FromBytes(attribute.Value) != Loopback6:
				v6 = true
			}
		}
	}
	return v4, v6
}
