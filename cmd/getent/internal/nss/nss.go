// Package nss decides which services answer for a database, in which order, and
// what each answer means for the next one: nsswitch.conf(5).
package nss

// Status is the outcome of asking one service.
type Status uint8

// The outcomes that nsswitch.conf(5) names.
const (
	Success Status = iota
	NotFound
	Unavail
	TryAgain
	statuses
)

// Action is what follows from a status.
type Action uint8

// The actions that nsswitch.conf(5) names.
const (
	Continue Action = iota
	Return
	Merge
)

// Service is one service of a database with its actions.
type Service struct {
	Name    string
	Actions [statuses]Action
}

// defaultActions hold where nsswitch.conf says nothing.
var defaultActions = [statuses]Action{Success: Return}

// Files is the list of a database that nsswitch.conf doesn't mention.
var Files = []Service{{"files", defaultActions}}

// FilesDNS is that of hosts.
var FilesDNS = []Service{{"files", defaultActions}, {"dns", defaultActions}}

// Plain returns a list of services with the default actions.
func Plain(names ...string) []Service {
	list := make([]Service, len(names))
	for i, name := range names {
		list[i] = Service{name, defaultActions}
	}
	return list
}
