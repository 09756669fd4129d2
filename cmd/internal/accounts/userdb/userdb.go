// Package userdb asks systemd's user databases, which have the users and groups
// of DynamicUser= and of machines: the varlink interface
// io.systemd.UserDatabase (systemd.io/USER_GROUP_API).
package userdb

import (
	"encoding/json"
	"errors"
	"os"
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

// own are the services of systemd-userdbd that ask all others, or the files: who
// comes here has asked those.
var own = [...]string{"io.systemd.Multiplexer", "io.systemd.NameServiceSwitch"}

const methods = "io.systemd.UserDatabase."

// Error is a failed exchange with a service.
type Error struct {
	Service string
	Err     error
}

func (e *Error) Error() string { return "ask userdb service " + e.Service + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// services lists the services to ask.
func services() []string {
	entries, err := os.ReadDir(Dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.Name() != own[0] && e.Name() != own[1] && e.Type()&(os.ModeSocket|os.ModeSymlink) != 0 {
			names = append(names, e.Name())
		}
	}
	return names
}

// ask calls a method of every service until one has an answer; with more all of
// them are asked, and each may have several. use returns whether it had one. files
// tells that a service has answered for the records in files.
func ask(s *fsys.System, method string, parameters map[string]any, more bool, use func(parameters json.RawMessage) bool) (status nss.Status, files bool) {
	status = nss.Unavail
	deadline := time.Now().Add(varlink.TimeLimit) // of all together
	for _, service := range services() {
		if s.GivenUp(service) {
			continue
		}
		parameters["service"] = service
		answer, err := exchange(service, deadline, varlink.Request{Method: methods + method, Parameters: parameters, More: more}, use)
		if err != nil {
			s.Report(&Error{service, err})
		}
		if err == syscall.ETIMEDOUT {
			s.GiveUp(service)
		}
		files = files || service == dropInService && answer != nss.Unavail
		if answer == nss.Success && !more {
			return answer, files
		}
		if answer != nss.Unavail {
			status = answer
		}
	}
	return status, files
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
