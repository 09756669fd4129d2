// Package rfc6724 sorts the addresses of a host by how well they can be reached
// from here: Default Address Selection for IPv6.
package rfc6724

import "github.com/serpent-os/wildebeest/cmd/getent/internal/inet"

// policy is a row of a policy table, RFC 6724, section 2.1.
type policy struct {
	prefix     [16]byte
	bits       int
	precedence int
	label      int
}

// muslPolicies is the table of RFC 6724 as far as musl has it (observed on musl
// 1.2.3), the longest prefix first.
var muslPolicies = [...]policy{
	{[16]byte{15: 1}, 128, 50, 0},
	{[16]byte{10: 0xff, 11: 0xff}, 96, 35, 4},
	{[16]byte{0x20, 0x02}, 16, 30, 2},
	{[16]byte{0x20, 0x01}, 32, 5, 5},
	{[16]byte{0xfc}, 7, 3, 13},
	{[16]byte{}, 0, 40, 1},
}

// glibcPolicies is the default of gai.conf(5), which is that of RFC 3484 with
// labels for site-local, unique local and Teredo addresses.
var glibcPolicies = [...]policy{
	{[16]byte{15: 1}, 128, 50, 0},
	{[16]byte{10: 0xff, 11: 0xff}, 96, 10, 4},
	{[16]byte{}, 96, 20, 3},
	{[16]byte{0x20, 0x01}, 32, 40, 7},
	{[16]byte{0x20, 0x02}, 16, 30, 2},
	{[16]byte{0xfe, 0xc0}, 10, 40, 5},
	{[16]byte{0xfc}, 7, 40, 6},
	{[16]byte{}, 0, 40, 1},
}

func find(table []policy, a inet.Addr) policy {
	if !a.Is6 {
		a = a.Map()
	}
	for _, p := range table {
		if commonBits(a.IP, p.prefix) >= p.bits {
			return p
		}
	}
	return policy{}
}

// commonBits is the length of the prefix that two addresses share.
func commonBits(a, b [16]byte) int {
	for i := range a {
		for bit := range 8 {
			if (a[i]^b[i])>>(7-bit) != 0 {
				return i*8 + bit
			}
		}
	}
	return 128
}

// The scopes of RFC 4007.
const (
	linkLocal = 2
	siteLocal = 5
	global    = 14
)

func scope(a inet.Addr) int {
	ip := a.IP
	switch {
	case !a.Is6 && (ip[12] == 127 || ip[12] == 169 && ip[13] == 254):
		return linkLocal
	case !a.Is6, a.Mapped():
		return global
	case ip[0] == 0xff:
		return int(ip[1] & 15)
	case a.LinkLocal(), a == inet.Loopback6:
		return linkLocal
	case ip[0] == 0xfe && ip[1]&0xc0 == 0xc0:
		return siteLocal
	}
	return global
}
