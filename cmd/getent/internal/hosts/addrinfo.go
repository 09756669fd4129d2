package hosts

import (
	"strings"

	"golang.org/x/net/idna"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/rfc6724"
	"github.com/serpent-os/wildebeest/cmd/internal/process"
)

// Addrinfo is getaddrinfo(3) with AI_V4MAPPED, AI_CANONNAME and, unless NoAddrconfig and
// NoIDN say otherwise, AI_ADDRCONFIG and AI_IDN.
func (f *Finder) Addrinfo(key string, family inet.Family) *inet.Host {
	if f.Glibc {
		return f.glibcAddrinfo(key, family)
	}
	return f.muslAddrinfo(key, family)
}

// muslAddrinfo is musl's getaddrinfo.
func (f *Finder) muslAddrinfo(key string, family inet.Family) *inet.Host {
	if !f.NoAddrconfig {
		v4, v6 := inet.LoopbackUsable(inet.IPv4), inet.LoopbackUsable(inet.IPv6)
		switch {
		case family == inet.IPv4 && !v4, family == inet.IPv6 && !v6:
			return nil
		case family == inet.Unspec && !v6:
			family = inet.IPv4
		case family == inet.Unspec && !v4:
			family = inet.IPv6
		}
	}
	host := f.muslMapped(key, family)
	if name, ok := f.encode(key); host == nil && ok && name != key {
		// musl itself leaves international names to the program.
		host = f.decode(f.muslMapped(name, family))
	}
	return host
}

// muslMapped finds a name with AI_V4MAPPED.
func (f *Finder) muslMapped(name string, family inet.Family) *inet.Host {
	if family != inet.IPv6 {
		return f.muslName(name, family)
	}
	host := f.muslName(name, inet.Unspec)
	if host != nil {
		mapV4(host)
	}
	return host
}

// mapV4 keeps a host's IPv6 addresses or, when it has none, maps the others.
func mapV4(host *inet.Host) {
	var v6, mapped []inet.Addr
	for _, a := range host.Addresses {
		if a.Is6 {
			v6 = append(v6, a)
		} else {
			mapped = append(mapped, a.Map())
		}
	}
	if host.Addresses = v6; len(v6) == 0 {
		host.Addresses = mapped
	}
}

// glibcAddrinfo is glibc's getaddrinfo.
func (f *Finder) glibcAddrinfo(key string, family inet.Family) *inet.Host {
	if !f.NoAddrconfig {
		v4, v6 := inet.Configured()
		switch {
		case family == inet.IPv4 && !v4, family == inet.IPv6 && !v6:
			return nil
		case family == inet.Unspec && v4 && !v6:
			family = inet.IPv4
		case family == inet.Unspec && v6 && !v4:
			family = inet.IPv6
		}
	}
	if a, ok := inet.ParseScoped(key, true); ok {
		switch {
		case family == inet.IPv6 && !a.Is6:
			a = a.Map()
		case family == inet.IPv4 && a.Mapped():
			a = a.Unmap()
		}
		if !family.Has(a) {
			return nil
		}
		return &inet.Host{Name: key, Addresses: []inet.Addr{a}}
	}
	name, ok := f.encode(key)
	if !ok {
		return nil
	}
	host := f.HostByName(name, family)
	if host == nil && family == inet.IPv6 {
		if host = f.HostByName(name, inet.IPv4); host != nil {
			mapV4(host)
		}
	}
	if host != nil {
		rfc6724.Sort(host.Addresses, true)
	}
	return f.decode(host)
}

// encode makes the name that DNS has for an international one. To glibc there are none
// in the C locale.
func (f *Finder) encode(key string) (string, bool) {
	switch {
	case f.NoIDN || ascii(key):
		return key, true
	case f.Glibc && !unicodeLocale():
		return "", false
	}
	name, err := idna.Lookup.ToASCII(key)
	return name, err == nil
}

// decode shows a name of DNS as the international one.
func (f *Finder) decode(host *inet.Host) *inet.Host {
	if host == nil || f.NoIDN || !strings.Contains(host.Name, "xn--") || f.Glibc && !unicodeLocale() {
		return host
	}
	if name, err := idna.Lookup.ToUnicode(host.Name); err == nil {
		host.Name = name
	}
	return host
}

// unicodeLocale tells whether the locale's characters are those of Unicode, by its
// name; glibc takes a locale that isn't installed for C, too.
func unicodeLocale() bool {
	for _, variable := range [...]string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if name := process.Getenv(variable); name != "" {
			_, charset, _ := strings.Cut(name, ".")
			charset, _, _ = strings.Cut(charset, "@")
			return strings.EqualFold(strings.ReplaceAll(charset, "-", ""), "utf8")
		}
	}
	return false
}

func ascii(text string) bool {
	for _, c := range []byte(text) {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
