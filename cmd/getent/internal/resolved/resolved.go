// Package resolved asks systemd-resolved for hosts, as nss-resolve(8) does: the
// varlink interface io.systemd.Resolve.
package resolved

import (
	"encoding/json"
	"errors"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
	"github.com/serpent-os/wildebeest/cmd/internal/varlink"
)

// Path is the socket.
const Path = "/run/systemd/resolve/io.systemd.Resolve"

const methods = "io.systemd.Resolve."

// maxAddresses is how many addresses of a host are taken.
const maxAddresses = 1 << 12

// Error is a failed exchange with the service.
type Error struct{ Err error }

func (e *Error) Error() string { return "ask systemd-resolved at " + Path + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

type hostnameQuery struct {
	Name   string `json:"name"`
	Family int    `json:"family,omitempty"`
	Flags  uint64 `json:"flags"`
}

type hostnameReply struct {
	Name      string `json:"name"`
	Addresses []struct {
		Index   uint32 `json:"ifindex"`
		Address []int  `json:"address"`
	} `json:"addresses"`
}

// HostByName finds the addresses of a name.
func HostByName(s *fsys.System, name string, family inet.Family) (*inet.Host, nss.Status) {
	query := hostnameQuery{Name: name}
	switch family {
	case inet.IPv4:
		query.Family = unix.AF_INET
	case inet.IPv6:
		query.Family = unix.AF_INET6
	}
	var r hostnameReply
	if status := call(s, "ResolveHostname", query, &r); status != nss.Success {
		return nil, status
	}
	host := &inet.Host{Name: name}
	if printable(r.Name) {
		host.Name = r.Name
	}
	for _, entry := range r.Addresses {
		a, ok := address(entry.Address)
		if !ok || !family.Has(a) || len(host.Addresses) == maxAddresses {
			continue
		}
		if a.LinkLocal() && family == inet.Unspec {
			a.Scope = entry.Index
		}
		host.Addresses = append(host.Addresses, a)
	}
	if len(host.Addresses) == 0 {
		return nil, nss.NotFound
	}
	return host, nss.Success
}

type addressQuery struct {
	Family  int    `json:"family"`
	Address []int  `json:"address"`
	Flags   uint64 `json:"flags"`
}

type addressReply struct {
	Names []struct {
		Name string `json:"name"`
	} `json:"names"`
}

// HostByAddr finds the names of an address.
func HostByAddr(s *fsys.System, a inet.Addr) (*inet.Host, nss.Status) {
	query := addressQuery{Family: unix.AF_INET}
	part := a.IP[12:]
	if a.Is6 {
		query.Family, part = unix.AF_INET6, a.IP[:]
	}
	for _, b := range part {
		query.Address = append(query.Address, int(b))
	}
	var r addressReply
	if status := call(s, "ResolveAddress", query, &r); status != nss.Success {
		return nil, status
	}
	host := &inet.Host{Addresses: []inet.Addr{a}}
	for _, n := range r.Names {
		switch {
		case !printable(n.Name):
		case host.Name == "":
			host.Name = n.Name
		default:
			host.Aliases = append(host.Aliases, n.Name)
		}
	}
	if host.Name == "" {
		return nil, nss.NotFound
	}
	return host, nss.Success
}

// call calls a method and reads its reply. What the errors mean was observed on
// nss-resolve of systemd 252.
func call(s *fsys.System, method string, query, reply any) nss.Status {
	if s.GivenUp(Path) {
		return nss.Unavail
	}
	status := nss.Success
	var malformed error
	err := varlink.Call(Path, time.Now().Add(varlink.TimeLimit), varlink.Request{Method: methods + method, Parameters: query}, func(r varlink.Reply) bool {
		switch strings.TrimPrefix(r.Error, methods) {
		case "":
			malformed = json.Unmarshal(r.Parameters, reply)
		case "NoNameServers", "QueryTimedOut", "MaxAttemptsReached", "NetworkDown":
			status = nss.TryAgain
		default:
			status = nss.NotFound
		}
		return false
	})
	if err == nil {
		err = malformed
	}
	if err == nil {
		return status
	}
	if errors.Is(err, syscall.ETIMEDOUT) {
		s.GiveUp(Path)
	}
	if !errors.Is(err, syscall.ENOENT) && !errors.Is(err, syscall.ECONNREFUSED) {
		s.Report(&Error{err})
	}
	return nss.Unavail
}

func address(parts []int) (a inet.Addr, ok bool) {
	if len(parts) != 4 && len(parts) != 16 {
		return a, false
	}
	b := make([]byte, len(parts))
	for i, part := range parts {
		if part < 0 || part > 255 {
			return a, false
		}
		b[i] = byte(part)
	}
	return inet.FromBytes(b), true
}

// printable tells whether a name can stand in a line of output.
func printable(name string) bool {
	return name != "" && strings.IndexFunc(name, func(r rune) bool { return r <= ' ' || r == 0x7f }) < 0
}
