package main

import (
	"errors"
	"io"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/databases"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/hosts"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/sources"
	"github.com/serpent-os/wildebeest/cmd/internal/accounts"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
)

// session is what one command needs.
type session struct {
	system  fsys.System
	order   nss.Switch
	sources databases.System
	stderr  io.Writer
	warned  map[string]bool
	limited bool // a limit of open files kept something from being read
}

// newSession opens the system that the options name.
func newSession(stderr io.Writer, opt *options) (*session, error) {
	s := &session{stderr: stderr}
	if opt.root != "" {
		fs, err := fsys.Below(opt.root)
		if err != nil {
			return nil, err
		}
		s.system.FS = fs
	}
	s.system.Glibc, s.system.Before124, s.system.Warn = opt.glibc, opt.before124, s.warn
	s.order = nss.Switch{System: &s.system, Database: isDatabase}
	if len(opt.services) > 0 {
		s.order.Chosen = func(database string) ([]nss.Service, bool) {
			list, ok := opt.chosen(database)
			for _, service := range list {
				if err := askable(service.Name, s.system.Other()); err != nil {
					s.warn(err)
				}
			}
			return list, ok
		}
	}
	s.sources = databases.System{
		Accounts: accounts.Accounts{Switch: &s.order},
		Finder: hosts.Finder{
			Sources:      sources.Sources{Switch: &s.order},
			NoAddrconfig: opt.noAddrconfig,
			NoIDN:        opt.noIDN,
		},
	}
	return s, nil
}

func (s *session) close() { s.system.Close() }

// warn reports a problem that costs an answer, each one once.
func (s *session) warn(err error) {
	s.limited = s.limited || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE)
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
