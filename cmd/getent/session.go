package main

import (
	"bufio"
	"io"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/dns"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
)

// session is what the databases need while one command runs.
type session struct {
	out    *bufio.Writer
	stderr io.Writer
	opt    *options
	fs     fsys.FS
	files  files.System
	conf   string      // nsswitch.conf, once read
	read   bool        // conf was read
	dns    *dns.Config // resolv.conf, once read
	warned map[string]bool
}

func newSession(out *bufio.Writer, stderr io.Writer, opt *options) (*session, error) {
	s := &session{out: out, stderr: stderr, opt: opt}
	if opt.root != "" {
		fs, err := fsys.Below(opt.root)
		if err != nil {
			return nil, err
		}
		s.fs = fs
	}
	s.files = files.System{FS: s.fs, Glibc: opt.glibc, Warn: s.warn}
	return s, nil
}

func (s *session) close() { s.fs.Close() }

// warn reports a problem that costs an answer, each one once.
func (s *session) warn(err error) {
	text := err.Error()
	if s.warned[text] {
		return
	}
	if s.warned == nil {
		s.warned = map[string]bool{}
	}
	s.warned[text] = true
	io.WriteString(s.stderr, "getent: "+text+"\n")
}

// serviceOption is one -s option: the services of one database or of all.
type serviceOption struct {
	database string // empty: all
	list     []nss.Service
	ok       bool // the list is well-formed
}

// parseServiceOption reads -s's argument. ok is false for an unknown database.
func parseServiceOption(text string) (so serviceOption, ok bool) {
	if name, rest, found := strings.Cut(text, ":"); found {
		if findDatabase(name) == nil {
			return so, false
		}
		so.database, text = name, rest
	}
	so.list, so.ok = nss.ParseLine(text)
	return so, true
}

// services returns what to ask for a database: what -s says, else
// nsswitch.conf, else the default of the libc.
func (s *session) services(database string) []nss.Service {
	for i := len(s.opt.services) - 1; i >= 0; i-- {
		so := &s.opt.services[i]
		if so.ok && (so.database == "" || so.database == database) {
			return so.list
		}
	}
	if !s.read {
		s.read = true
		conf, err := s.fs.ReadFile("/etc/nsswitch.conf", 1<<20)
		if err == nil {
			s.conf = string(conf)
		}
	}
	list, found := nss.Find(s.conf, database)
	switch {
	case found:
		return list
	case database == "hosts":
		return nss.FilesDNS
	case database == "protocols" && !s.opt.glibc:
		return muslTable
	default:
		return nss.Files
	}
}

// ask asks the services of a database for one key until an action says return.
func (s *session) ask(database string, service func(name string) nss.Status) nss.Status {
	status := nss.Unavail
	for _, sv := range s.services(database) {
		status = service(sv.Name)
		if sv.Actions[status] == nss.Return {
			break
		}
	}
	return status
}

// muslTable is where musl has its protocols from.
var muslTable = nss.Plain("musl")
