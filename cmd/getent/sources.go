package main

import (
	"bufio"
	"errors"
	"io"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/nscd"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/nss"
	"github.com/serpent-os/wildebeest/cmd/getent/internal/userdb"
)

// services returns what to ask for a database: what -s says, else
// nsswitch.conf, else the default of the libc.
func (s *session) services(database string) []nss.Service {
	if list, ok := s.option(database); ok {
		return list
	}
	if !s.read {
		s.readSwitch()
	}
	switch {
	case s.broken && database == "initgroups":
		return nss.Files // observed on glibc 2.36
	case s.broken:
		return nil
	}
	list, found := nss.Find(s.conf, database)
	switch {
	case found:
	case database == "initgroups":
		return s.services("group")
	case database == "hosts":
		return nss.FilesDNS
	case database == "protocols" && !s.opt.glibc:
		return nss.Musl
	default:
		list = nss.Files
	}
	// musl asks nscd for what the files don't have, whatever nsswitch.conf says.
	if !s.opt.glibc && (database == "passwd" || database == "group") && !nss.Has(list, "nscd") {
		list = append(list[:len(list):len(list)], nss.Nscd)
	}
	return list
}

// option returns what -s says about a database; the last well-formed one counts.
func (s *session) option(database string) ([]nss.Service, bool) {
	for i := len(s.opt.services) - 1; i >= 0; i-- {
		so := &s.opt.services[i]
		if so.ok && (!so.one || so.database == database) {
			return so.list, true
		}
	}
	return nil, false
}

// readSwitch reads nsswitch.conf. One line that is malformed makes glibc find
// nothing in any database; musl programs don't read it, so that the database of
// that line then has its default.
func (s *session) readSwitch() {
	const path = "/etc/nsswitch.conf"
	s.read = true
	text, err := s.fs.ReadFile(path, 1<<20)
	if err != nil {
		s.files.Problem(path, err)
		return
	}
	s.conf = string(text)
	if database, malformed := nss.Malformed(s.conf, s.known); malformed {
		s.files.Problem(path, errors.New("malformed services of "+database+": correct its brackets"))
		s.broken = s.opt.glibc
	}
}

// ask asks the services of a database for one key until an action says return.
// An answer after which nsswitch.conf continues isn't printed. Only groups can be
// merged: elsewhere that is an error.
func (s *session) ask(database string, service func(name string) nss.Status) nss.Status {
	status := nss.Unavail
	list := s.services(database)
	for i, sv := range list {
		out := s.out
		if sv.Actions[nss.Success] != nss.Return && i < len(list)-1 {
			s.out = bufio.NewWriter(io.Discard)
		}
		status = service(sv.Name)
		s.out = out
		switch action := sv.Actions[status]; {
		case i == len(list)-1:
		case action == nss.Merge:
			return nss.Unavail
		case action == nss.Return:
			return status
		}
	}
	return status
}

// askAll asks every service of a database for all it has, unless an action says
// return after one that is unavailable or has come to its end.
func (s *session) askAll(database string, service func(name string) nss.Status) {
	for _, sv := range s.services(database) {
		if sv.Actions[service(sv.Name)] != nss.Continue {
			return
		}
	}
}

// query asks for one entry or for all, as the query says.
func (s *session) query(database string, all bool, service func(name string) nss.Status) nss.Status {
	if all {
		s.askAll(database, service)
		return nss.Success
	}
	return s.ask(database, service)
}

func (s *session) nscd() nscd.Client     { return nscd.Client{Warn: s.warn} }
func (s *session) userdb() userdb.Client { return userdb.Client{Warn: s.warn} }
