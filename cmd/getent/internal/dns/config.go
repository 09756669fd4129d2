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
	NoTLD    bool // no-tld-query: a name without dots is not asked for as it is
	Single   bool // single-request
	Reopen   bool // single-request-reopen
	Glibc    bool // as glibc asks, else as musl
	Old      bool // as musl before 1.2.4, which has no TCP
}

// The limits of resolv.conf(5).
const (
	maxServers  = 3
	maxNdots    = 15
	maxTimeout  = 30
	maxAttempts = 5

	maxMuslTimeout  = 60
	maxMuslAttempts = 10
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

// Parse reads the text of resolv.conf. musl knows only nameserver, search, domain
// and the options ndots, timeout and attempts.
func Parse(text string, glibc bool) Config {
	c := Config{Ndots: 1, Timeout: 5 * time.Second, Attempts: 2, Glibc: glibc}
	fields := muslFields
	if glibc {
		fields = glibcFields
	}
	for line := range strings.Lines(text) {
		keyword, rest, values := fields(line)
		if len(values) == 0 {
			continue
		}
		switch keyword {
		case "nameserver":
			if a, ok := c.server(values[0]); ok && len(c.Servers) < maxServers {
				c.Servers = append(c.Servers, a)
			}
		case "domain":
			c.Search = values[:1]
		case "search":
			c.Search = values
		case "options":
			c.options(rest)
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

// glibcFields takes a line apart at blanks and tabs; to musl all white space is
// alike. A keyword is one at the start of a line only.
func glibcFields(line string) (keyword, rest string, values []string) {
	blank := func(r rune) bool { return r == ' ' || r == '\t' }
	line = strings.TrimSuffix(line, "\n")
	i := strings.IndexFunc(line, blank)
	if i < 0 {
		return "", "", nil
	}
	return line[:i], line[i+1:], strings.FieldsFunc(line[i:], blank)
}

// maxMuslLine is the longest line that musl reads, with its end.
const maxMuslLine = 255

func muslFields(line string) (keyword, rest string, values []string) {
	values = strings.Fields(line)
	if len(values) == 0 || !strings.HasPrefix(line, values[0]) || len(line) > maxMuslLine {
		return "", "", nil
	}
	return values[0], line[len(values[0]):], values[1:]
}

// server reads the address of a name server. glibc takes a scope of any address, and
// leaves out that of one that isn't link-local.
func (c *Config) server(text string) (inet.Addr, bool) {
	if c.Glibc {
		text = strings.TrimSuffix(text, "\r")
		if address, _, scoped := strings.Cut(text, "%"); scoped {
			if a, ok := inet.Parse(address); ok && !a.LinkLocal() {
				return a, true
			}
		}
	}
	return inet.ParseScoped(text, c.Glibc)
}

// Environment applies $LOCALDOMAIN and $RES_OPTIONS, which glibc reads.
func (c *Config) Environment() {
	if domains := strings.Fields(process.Getenv("LOCALDOMAIN")); len(domains) > 0 {
		c.Search = domains
	}
	c.options(process.Getenv("RES_OPTIONS"))
}

// options reads the options of a line: musl the first of each name, wherever the name
// ends so.
func (c *Config) options(line string) {
	if c.Glibc {
		for rest := strings.TrimLeft(line, " \t"); rest != ""; {
			c.glibcOption(rest)
			i := strings.IndexAny(rest, " \t")
			if i < 0 {
				break
			}
			rest = strings.TrimLeft(rest[i:], " \t")
		}
		return
	}
	if _, value, ok := strings.Cut(line, "ndots:"); ok {
		c.Ndots = number(value, 0, maxNdots, c.Ndots)
	}
	if _, value, ok := strings.Cut(line, "attempts:"); ok {
		c.Attempts = number(value, 1, maxMuslAttempts, c.Attempts)
	}
	if _, value, ok := strings.Cut(line, "timeout:"); ok {
		c.Timeout = time.Duration(number(value, 1, maxMuslTimeout, 5)) * time.Second
	}
}

// glibcOption reads the option that a text starts with, whatever follows its name.
func (c *Config) glibcOption(text string) {
	for _, o := range [...]struct {
		name string
		set  func(value string)
	}{
		{"ndots:", func(v string) { c.Ndots = atoi(v, maxNdots) }},
		{"timeout:", func(v string) { c.Timeout = time.Duration(atoi(v, maxTimeout)) * time.Second }},
		{"attempts:", func(v string) { c.Attempts = atoi(v, maxAttempts) }},
		{"rotate", func(string) { c.Rotate = true }},
		{"use-vc", func(string) { c.TCP = true }},
		{"edns0", func(string) { c.EDNS0 = true }},
		{"no-aaaa", func(string) { c.NoAAAA = true }},
		{"no_tld_query", func(string) { c.NoTLD = true }},
		{"no-tld-query", func(string) { c.NoTLD = true }},
		{"single-request-reopen", func(string) { c.Reopen = true }},
		{"single-request", func(string) { c.Single = true }},
	} {
		if value, ok := strings.CutPrefix(text, o.name); ok {
			o.set(value)
			return
		}
	}
}

// atoi is atoi(3), where a negative number is as the largest.
func atoi(text string, high int) int {
	text = strings.TrimLeft(text, " \t")
	if strings.HasPrefix(text, "-") {
		return high
	}
	return number(strings.TrimPrefix(text, "+"), 0, high, 0)
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
