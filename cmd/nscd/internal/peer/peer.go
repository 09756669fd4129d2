// Package peer tells what a client of the daemon is to it: a program like any other,
// or a process for whose answer the daemon would itself have to wait.
package peer

import (
	"slices"
	"strings"
	"time"
)

// Standing is whom the daemon may ask to answer a client.
type Standing uint8

// The standings.
const (
	// Other clients: every source.
	Other Standing = iota
	// Child of process 1 that has not become its own program yet: every source but
	// process 1. The child may hold a lock that process 1 waits for, while it finds a
	// name for DynamicUser=.
	Child
	// Source is process 1, or a process of a source: none but the files, since each
	// source may be waiting for the client.
	Source
)

// A Client is who is at the other end of a connection.
type Client struct {
	PID int32 // 0 where the client is outside of this process's PID namespace
	UID uint32
}

// units are the services that have users and groups and ask for some. Their sockets
// may belong to process 1, so that these tell nothing of them.
var units = [...]string{
	"systemd-homed.service", "systemd-machined.service", "systemd-nsresourced.service", "systemd-userdbd.service",
}

// programs are those of the same services, where they run in no unit.
var programs = [...]string{
	"systemd-homed", "systemd-homework", "systemd-machined", "systemd-nsresourced", "systemd-nsresourcework",
	"systemd-userdbd", "systemd-userwork",
}

// executor is what process 1 runs between itself and a unit's program, since
// systemd 255.
const executor = "systemd-executor"

// Sources tells the standing of clients, by process 1, by the sources of systemd that
// it knows, and by the processes behind the sockets in a directory.
type Sources struct {
	listeners listeners
	recent    recent
}

// Below returns the Sources whose sockets are in a directory.
func Below(dir string) *Sources { return &Sources{listeners: listeners{dir: dir}} }

// Ordinary tells, without a look at the client's process, whether its standing was
// found to be Other a moment ago.
func (s *Sources) Ordinary(c Client) bool { return s.recent.has(c, time.Now()) }

// Standing returns the standing of a client.
func (s *Sources) Standing(c Client) Standing {
	switch {
	case c.PID == 1:
		return Source
	case c.PID <= 0:
		return Other
	}
	now := time.Now()
	standing := s.find(c)
	if standing == Other {
		s.recent.add(c, now)
	}
	return standing
}

// find is Standing for a client whose process has to be looked at.
func (s *Sources) find(c Client) Standing {
	p, ok := readProcess(c.PID)
	if !ok { // it has gone
		return Other
	}
	if s.listeners.has(p) || p.inUnit(units[:]) {
		return Source
	}
	switch program := p.program(); {
	case slices.Contains(programs[:], program):
		return Source
	case p.parent == 1 && c.UID == 0 && (strings.HasPrefix(p.command, "(") || program == executor):
		return Child
	}
	return Other
}
