package nss

import (
	"errors"

	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
)

// Switch decides which services of a system are asked for a database.
type Switch struct {
	*fsys.System
	// Chosen returns the services that the user chose in place of the configured
	// ones; nil: there are none.
	Chosen func(database string) (list []Service, ok bool)
	// Database tells whether a name is that of a database, so that its line must be
	// well-formed.
	Database func(name string) bool

	conf   string // nsswitch.conf, once read
	read   bool   // conf was read
	broken bool   // conf is malformed, so that glibc finds nothing
}

// Order returns the services of a database in their order: the chosen ones, else
// those of nsswitch.conf, else the default of the libc.
func (s *Switch) Order(database string) []Service {
	if s.Chosen != nil {
		if list, ok := s.Chosen(database); ok {
			return list
		}
	}
	if database == "hosts" && !s.Glibc {
		return FilesDNS // to musl there is no other order
	}
	if !s.read {
		s.readConf()
	}
	switch {
	case s.broken && database == "initgroups":
		return Files // observed on glibc 2.36
	case s.broken:
		return nil
	}
	list, found := Find(s.conf, database)
	switch {
	case found:
	case database == "initgroups":
		return s.Order("group")
	case database == "hosts":
		return FilesDNS
	case database == "protocols" && !s.Glibc:
		return Musl
	default:
		list = Files
	}
	// musl asks nscd for what the files don't have, whatever nsswitch.conf says.
	if !s.Glibc && (database == "passwd" || database == "group") && !Has(list, "nscd") {
		list = append(list[:len(list):len(list)], Nscd)
	}
	return list
}

// readConf reads nsswitch.conf. One malformed line makes glibc find nothing in
// any database. musl programs don't read the file: the database of that line has
// its default then.
func (s *Switch) readConf() {
	const path = "/etc/nsswitch.conf"
	s.read = true
	text, err := s.ReadFile(path, 1<<20)
	if err != nil {
		s.Problem(path, err)
		return
	}
	s.conf = string(text)
	if database, malformed := Malformed(s.conf, s.Database); malformed {
		s.Problem(path, errors.New("malformed services of "+database+": correct its brackets"))
		s.broken = s.Glibc
	}
}
