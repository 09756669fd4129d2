// Package nscdproto is version 2 of the protocol of nscd, the name service cache
// daemon, as programs linked to musl speak it: which bytes ask for a user, a group or
// a user's groups, and which bytes answer.
//
// A client connects, sends one request and reads one reply. All numbers have 32 bits
// in the machine's byte order. Observed on programs linked to musl 1.2.3 and glibc 2.36.
package nscdproto

import "errors"

// Path is the socket.
const Path = "/var/run/nscd/socket"

const version = 2

// Kind is what a request asks for.
type Kind uint32

// The kinds that musl's programs send.
const (
	UserByName  Kind = 0
	UserByID    Kind = 1
	GroupByName Kind = 2
	GroupByID   Kind = 3
	Initgroups  Kind = 15
)

// Found is the second number of a reply.
type Found int32

// The values of Found.
const (
	// Unknown says that the daemon can't tell. musl's programs get EIO for a user or a
	// group, and for initgroups the groups of the file; glibc's ask elsewhere.
	Unknown Found = -1
	Missing Found = 0 // there is no such user or group
	Present Found = 1
)

// Limits of what either side may send.
const (
	MaxKey     = 1 << 10 // bytes of a request's key, with its final NUL
	MaxText    = 4 << 20 // bytes of all strings of a reply
	MaxMembers = 1 << 20 // of a group, and groups of a user
)

// Errors of malformed messages.
var (
	ErrRequest = errors.New("the client's request is malformed")
	ErrReply   = errors.New("the daemon's reply is malformed")
)

// numbers is how many numbers the head of a reply to a kind of request has; 0 for a
// kind that musl's programs don't send.
func (k Kind) numbers() int {
	switch k {
	case UserByName, UserByID:
		return 9
	case GroupByName, GroupByID:
		return 6
	case Initgroups:
		return 3
	}
	return 0
}

// byID tells whether the key is a number in decimal digits.
func (k Kind) byID() bool { return k == UserByID || k == GroupByID }
