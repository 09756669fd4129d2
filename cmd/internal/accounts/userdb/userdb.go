// Package userdb asks systemd's user databases, which have the users and groups
// of DynamicUser= and of machines: the varlink interface
// io.systemd.UserDatabase (systemd.io/USER_GROUP_API).
package userdb

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
	"github.com/serpent-os/wildebeest/cmd/internal/fsys"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
	"github.com/serpent-os/wildebeest/cmd/internal/varlink"
)

// Dir has a socket for each service that knows users or groups.
const Dir = "/run/systemd/userdb"

// Services of systemd: one of process 1, then those of systemd-userdbd.
const (
	DynamicUser   = "io.systemd.DynamicUser"
	Multiplexer   = "io.systemd.Multiplexer" // asks all others
	nameService   = "io.systemd.NameServiceSwitch"
	dropInService = "io.systemd.DropIn" // has the records in files
)

const methods = "io.systemd.UserDatabase."

// Error is a failed exchange with a service.
type Error struct {
	Service string
	Err     error
}

func (e *Error) Error() string { return "ask userdb service " + e.Service + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Services lists the sockets of services in Dir.
func Services() []string {
	entries, err := os.ReadDir(Dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.Type()&(os.ModeSocket|os.ModeSymlink) != 0 {
			names = append(names, e.Name())
		}
	}
	return names
}

// A call is a method with its parameters.
type call struct {
	method     string
	parameters map[string]any
	more       bool // each service may have several answers
	// use takes an answer and returns whether it was one.
	use func(parameters json.RawMessage) bool
}

// ask makes a call to every service until one has an answer, and with more to all of
// them; and to the multiplexer, when the system says so. files tells that a service has
// answered for the records in files.
func (c call) ask(s *fsys.System) (status nss.Status, files bool) {
	list := Services()
	multiplexer := s.Multiplexer != fsys.Unused && slices.Contains(list, Multiplexer)
	if multiplexer && s.Multiplexer == fsys.First {
		if status = c.askOne(s, Multiplexer, s.Until(varlink.TimeLimit)); status != nss.Unavail {
			return status, true
		}
	}
	status, files = c.askServices(s, list)
	if multiplexer && s.Multiplexer == fsys.Last && status != nss.Success && !slices.Contains(list, dropInService) {
		if answer := c.askOne(s, Multiplexer, s.Until(varlink.TimeLimit)); answer != nss.Unavail {
			return answer, true
		}
	}
	return status, files
}

// askServices makes a call to the services of the list.
func (c call) askServices(s *fsys.System, list []string) (status nss.Status, files bool) {
	status = nss.Unavail
	deadline := s.Until(varlink.TimeLimit)
	for _, service := range list {
		// Who comes here asks what these two would ask.
		if service == Multiplexer || service == nameService {
			continue
		}
		answer := c.askOne(s, service, deadline)
		files = files || service == dropInService && answer != nss.Unavail
		if answer == nss.Success && !c.more {
			return answer, files
		}
		if answer == nss.Success || answer == nss.NotFound && status == nss.Unavail {
			status = answer
		}
	}
	return status, files
}

// askOne makes a call to one service.
func (c call) askOne(s *fsys.System, service string, deadline time.Time) nss.Status {
	if s.GivenUp(service) {
		return nss.Unavail
	}
	c.parameters["service"] = service
	request := varlink.Request{Method: methods + c.method, Parameters: c.parameters, More: c.more, MaxReply: s.MaxReply}
	answer, err := exchange(service, s.Share(deadline), request, c.use)
	if err != nil {
		s.Report(&Error{service, err})
	}
	s.Asked(service, err)
	if err == syscall.ETIMEDOUT {
		s.GiveUp(service)
		if service == Multiplexer { // the same process has this one
			s.GiveUp(dropInService)
			s.Asked(dropInService, err)
		}
	}
	return answer
}

func exchange(service string, deadline time.Time, request varlink.Request, use func(json.RawMessage) bool) (nss.Status, error) {
	status := nss.NotFound
	var problem error
	err := varlink.Call(Dir+"/"+service, deadline, request, func(r varlink.Reply) bool {
		switch name := strings.TrimPrefix(r.Error, methods); name {
		case "":
		case "NoRecordFound", "NonMatchingRecordFound":
			return false
		case "EnumerationNotSupported", "ServiceNotAvailable":
			status = nss.Unavail
			return false
		case "io.systemd.System":
			problem = systemError(r.Parameters)
			return false
		default:
			status, problem = nss.Unavail, errors.New(r.Error)
			return false
		}
		if use(r.Parameters) {
			status = nss.Success
		}
		return true
	})
	if err != nil {
		return nss.Unavail, err
	}
	return status, problem
}

// systemError is what a service says of a failed system call. That there is no
// file is its way of having no record.
func systemError(parameters []byte) error {
	var p struct {
		Errno syscall.Errno `json:"errno"`
	}
	if err := json.Unmarshal(parameters, &p); err != nil {
		return err
	}
	if p.Errno == syscall.ENOENT {
		return nil
	}
	return p.Errno
}

// parameters makes those of a query.
func parameters(q entry.Query, name, number string) map[string]any {
	switch q.Kind {
	case entry.ByName:
		return map[string]any{name: q.Name}
	case entry.ByNumber:
		return map[string]any{number: q.Number}
	}
	return map[string]any{}
}
