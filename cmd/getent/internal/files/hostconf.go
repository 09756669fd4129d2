package files

import (
	"errors"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/lines"
	"github.com/serpent-os/wildebeest/cmd/internal/process"
)

// maxTrim is how many domains host.conf(5) may trim.
const maxTrim = 4

// A HostConf is what host.conf(5) and its variables of the environment say, as glibc
// 2.36 was observed to read them. musl doesn't.
type HostConf struct {
	multi bool     // a host has the addresses of all its lines
	trim  []string // what is taken off the end of a name that an address has
}

// ReadHostConf reads the file, and then the variables that change it.
func ReadHostConf(s *fsys.System) *HostConf {
	path := "/etc/host.conf"
	if other, set := process.LookupEnv("RESOLV_HOST_CONF"); set {
		path = other
	}
	text, err := s.ReadFile(path, 1<<16)
	if err != nil {
		s.Problem(path, err)
	}
	c := ParseHostConf(string(text), func(err error) { s.Problem(path, err) })
	if value, set := process.LookupEnv("RESOLV_MULTI"); set {
		c.setMulti(value)
	}
	if value, set := process.LookupEnv("RESOLV_ADD_TRIM_DOMAINS"); set {
		c.addTrim(value)
	}
	if value, set := process.LookupEnv("RESOLV_OVERRIDE_TRIM_DOMAINS"); set {
		c.trim = nil
		c.addTrim(value)
	}
	return c
}

var (
	errNoCommand = errors.New("a line of host.conf has no known command: use multi, trim, reorder or order")
	errNoSwitch  = errors.New("a command of host.conf has no value: use on or off")
	errManyTrims = errors.New("left out a domain: no more than 4 can be trimmed")
)

// ParseHostConf reads the text of host.conf; report is told of lines that mean nothing.
func ParseHostConf(text string, report func(error)) *HostConf {
	c := &HostConf{}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), "\x00")
		line = strings.TrimLeftFunc(line, isSpace)
		if line == "" || line[0] == '#' {
			continue
		}
		end := strings.IndexFunc(line, func(r rune) bool { return isSpace(r) || r == '#' || r == ',' })
		if end < 0 {
			end = len(line)
		}
		value := strings.TrimLeftFunc(line[end:], isSpace)
		ok, problem := true, errNoSwitch
		switch strings.ToLower(line[:end]) {
		case "multi":
			ok = c.setMulti(value)
		case "reorder":
			_, ok = onOff(value)
		case "trim":
			ok, problem = c.addTrim(value), errManyTrims
		case "order":
		default:
			ok, problem = false, errNoCommand
		}
		if !ok {
			report(problem)
		}
	}
	return c
}

func isSpace(r rune) bool { return r < 0x80 && entry.IsSpace(byte(r)) }

// onOff reads a switch, whatever follows it.
func onOff(value string) (on, ok bool) {
	switch value = strings.ToLower(value); {
	case strings.HasPrefix(value, "on"):
		return true, true
	case strings.HasPrefix(value, "off"):
		return false, true
	}
	return false, false
}

func (c *HostConf) setMulti(value string) bool {
	on, ok := onOff(value)
	if ok {
		c.multi = on
	}
	return ok
}

// addTrim adds domains, which blanks or single commas separate; false when there are
// too many.
func (c *HostConf) addTrim(value string) bool {
	for value != "" && value[0] != '#' {
		end := strings.IndexFunc(value, func(r rune) bool { return isSpace(r) || r == '#' || r == ',' })
		if end < 0 {
			end = len(value)
		}
		if len(c.trim) == maxTrim {
			return false
		}
		c.trim = append(c.trim, value[:end])
		value = strings.TrimLeftFunc(value[end:], isSpace)
		if comma, ok := strings.CutPrefix(value, ","); ok {
			value = strings.TrimLeftFunc(comma, isSpace)
		}
	}
	return true
}

// Trim takes the domains off the end of a name; the case of letters is ignored.
func (c *HostConf) Trim(name string) string {
	for _, domain := range c.trim {
		at := len(name) - len(domain)
		if at > 0 && lines.SameFold([]byte(name[at:]), domain) {
			return name[:at]
		}
	}
	return name
}
