package myhostname

import (
	"encoding/binary"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

// located is an address with what its order is decided by.
type located struct {
	address inet.Addr
	scope   uint8  // of rtnetlink(7): 0 is the widest
	metric  uint32 // of a route
	index   uint32 // of the interface
}

// ordered sorts the widest scope and the cheapest route to the front.
func ordered(list []located) []inet.Addr {
	slices.SortStableFunc(list, func(a, b located) int {
		switch {
		case a.scope != b.scope:
			return int(a.scope) - int(b.scope)
		case a.metric != b.metric:
			return int(int64(a.metric) - int64(b.metric))
		}
		return int(int64(a.index) - int64(b.index))
	})
	var addresses []inet.Addr
	for _, l := range list {
		addresses = append(addresses, l.address)
	}
	return addresses
}

// messages asks the kernel for a table of rtnetlink(7) and yields its rows: the fixed
// part and the attributes.
func messages(request int, use func(fixed []byte, attributes map[uint16][]byte)) {
	data, err := syscall.NetlinkRIB(request, syscall.AF_UNSPEC)
	if err != nil {
		return
	}
	list, err := syscall.ParseNetlinkMessage(data)
	if err != nil {
		return
	}
	for _, m := range list {
		if m.Header.Type != syscall.RTM_NEWADDR && m.Header.Type != syscall.RTM_NEWROUTE {
			continue
		}
		parts, err := syscall.ParseNetlinkRouteAttr(&m)
		if err != nil {
			continue
		}
		attributes := map[uint16][]byte{}
		for _, part := range parts {
			attributes[part.Attr.Type] = part.Value
		}
		use(m.Data, attributes)
	}
}

// local are the machine's addresses of a family, besides those of loopback.
func local(family inet.Family) []inet.Addr {
	var list []located
	messages(syscall.RTM_GETADDR, func(fixed []byte, attributes map[uint16][]byte) {
		value := attributes[unix.IFA_LOCAL]
		if value == nil {
			value = attributes[unix.IFA_ADDRESS]
		}
		scope, index := fixed[3], binary.NativeEndian.Uint32(fixed[4:])
		if len(value) != 4 && len(value) != 16 || scope >= unix.RT_SCOPE_HOST || fixed[2]&(unix.IFA_F_DEPRECATED|unix.IFA_F_TENTATIVE) != 0 {
			return
		}
		list = append(list, located{address(value, index), scope, 0, index})
	})
	return of(family, ordered(list))
}

// gateways are the routers of the default routes of a family.
func gateways(family inet.Family) []inet.Addr {
	var list []located
	messages(syscall.RTM_GETROUTE, func(fixed []byte, attributes map[uint16][]byte) {
		bits, table, kind := fixed[1], fixed[4], fixed[7]
		value := attributes[unix.RTA_GATEWAY]
		if bits != 0 || table != unix.RT_TABLE_MAIN || kind != unix.RTN_UNICAST || len(value) != 4 && len(value) != 16 {
			return
		}
		index := number(attributes[unix.RTA_OIF])
		list = append(list, located{address(value, index), 0, number(attributes[unix.RTA_PRIORITY]), index})
	})
	return of(family, ordered(list))
}

// outbound are the addresses from which the machine sends to its routers.
func outbound(family inet.Family) []inet.Addr {
	var list []inet.Addr
	for _, gateway := range gateways(family) {
		if a, ok := inet.Source(gateway); ok && !slices.Contains(list, a) {
			list = append(list, a)
		}
	}
	return list
}

func address(value []byte, index uint32) inet.Addr {
	a := inet.FromBytes(value)
	if a.LinkLocal() {
		a.Scope = index
	}
	return a
}

func number(value []byte) uint32 {
	if len(value) != 4 {
		return 0
	}
	return binary.NativeEndian.Uint32(value)
}

func of(family inet.Family, list []inet.Addr) []inet.Addr {
	return slices.DeleteFunc(list, func(a inet.Addr) bool { return !family.Has(a) })
}
