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
	broken bool        // conf is malformed, so that glibc finds nothing
	dns    *dns.Config // resolv.conf, once read
	warned map[string]bool
	known  func(database string) bool
}

func newSession(out *bufio.Writer, stderr io.Writer, opt *options) (*session, error) {
	s := &session{out: out, stderr: stderr, opt: opt, known: isDatabase}
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
	one      bool // for one database
	database string
	list     []nss.Service
	ok       bool // the list is well-formed
}

// parseServiceOption reads -s's argument. ok is false for an unknown database.
func parseServiceOption(text string) (so serviceOption, ok bool) {
	if name, rest, found := strings.Cut(text, ":"); found {
		if name != "" && findDatabase(name) == nil {
			return so, false
		}
		so.one = true
		so.database, text = name, rest
	}
	so.list, so.ok = nss.ParseLine(text)
	return so, true
}
