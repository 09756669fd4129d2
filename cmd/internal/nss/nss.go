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

// Lists of databases that nsswitch.conf doesn't mention.
var (
	Files    = []Service{{"files", defaultActions}}
	FilesDNS = []Service{{"files", defaultActions}, {"dns", defaultActions}}
	Musl     = []Service{{"musl", defaultActions}} // the table of protocols in musl
)

// Nscd is the daemon that musl asks.
var Nscd = Service{"nscd", defaultActions}

// Has tells whether a list has a service.
func Has(list []Service, name string) bool {
	for _, s := range list {
		if s.Name == name {
			return true
		}
	}
	return false
}
