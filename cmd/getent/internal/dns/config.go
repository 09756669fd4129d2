// Package dns asks name servers as the resolver of a C library does: by the
// settings of resolv.conf(5), with musl's or glibc's habits.
package dns

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/process"
)

// Config is what resolv.conf(5) says.
type Config struct {
	Servers  []inet.Addr
	Search   []string
	Ndots    int
	Timeout  time.Duration
	Attempts int
	Rotate   bool // start with another server each time
	TCP      bool // use-vc
	EDNS0    bool
	NoAAAA   bool // no-aaaa: IPv6 addresses are not asked for
	Single   bool // single-request
	Reopen   bool // single-request-reopen
	Glibc    bool // as glibc asks, else as musl
	Old      bool // as musl before 1.2.4, which has no TCP
}

// The limits of resolv.conf(5).
const (
	maxServers  = 3
	maxNdots    = 15
	maxTimeout  = 30 // 60 in musl
	maxAttempts = 5  // 10 in musl
)

// Read reads resolv.conf and, for glibc, the variables that change it.
func Read(s *fsys.System) *Config {
	const path = "/etc/resolv.conf"
	text, err := s.ReadFile(path, 1<<20)
	if err != nil {
		s.Problem(path, err)
	}
	c := Parse(string(text), s.Glibc)
	c.Old = s.Before124
	if s.Glibc {
		c.Environment()
	}
	return &c
}

// Parse reads the text of resolv.conf. musl knows only nameserver, search,
// domain and the options ndots, timeout and attempts.
func Parse(text string, glibc bool) Config {
	c := Config{Ndots: 1, Timeout: 5 * time.Second, Attempts: 2, Glibc: glibc}
	for line := range strings.Lines(text) {
		if line[0] == '#' || line[0] == ';' {
			continue
		}
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		switch fields[0] {
		case "nameserver":
			if a, ok := inet.ParseScoped(fields[1]); ok && len(c.Servers) < maxServers {
				c.Servers = append(c.Servers, a)
			}
		case "domain":
			c.Search = fields[1:2]
		case "search":
			c.Search = fields[1:]
		case "options":
			for _, option := range fields[1:] {
				c.option(option, glibc)
			}
		}
	}
	if len(c.Servers) == 0 {
		c.Servers = []inet.Addr{inet.V4(127<<24 | 1)}
	}
	if c.Search == nil && glibc {
		var name unix.Utsname
		if unix.Uname(&name) == nil {
			if _, domain, ok := strings.Cut(unix.ByteSliceToString(name.Nodename[:]), "."); ok {
				c.Search = []string{domain}
			}
		}
	}
	return c
}

// Environment applies $LOCALDOMAIN and $RES_OPTIONS, which glibc reads.
func (c *Config) Environment() {
	if domains := strings.Fields(process.Getenv("LOCALDOMAIN")); len(domains) > 0 {
		c.Search = domains
	}
	for _, option := range strings.Fields(process.Getenv("RES_OPTIONS")) {
		c.option(option, true)
	}
}

func (c *Config) option(text string, glibc bool) {
	name, value, _ := strings.Cut(text, ":")
	longest, most := maxTimeout, maxAttempts
	if !glibc {
		longest, most = 60, 10
	}
	switch name {
	case "ndots":
		c.Ndots = number(value, 0, maxNdots, c.Ndots)
	case "timeout":
		c.Timeout = time.Duration(number(value, 1, longest, 5)) * time.Second
	case "attempts":
		c.Attempts = number(value, 1, most, c.Attempts)
	}
	if !glibc {
		return
	}
	switch name {
	case "rotate":
		c.Rotate = true
	case "use-vc":
		c.TCP = true
	case "edns0":
		c.EDNS0 = true
	case "no-aaaa":
		c.NoAAAA = true
	case "single-request":
		c.Single = true
	case "single-request-reopen":
		c.Reopen = true
	}
}

// number reads digits and keeps the value between low and high.
func number(text string, low, high, otherwise int) int {
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end == 0 {
		return otherwise
	}
	n, err := strconv.Atoi(text[:end])
	if err != nil {
		return high
	}
	return max(low, min(n, high))
}
