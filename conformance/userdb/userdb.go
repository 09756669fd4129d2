// Package userdb is a service of systemd's user database with records that a test
// writes: it answers io.systemd.UserDatabase over varlink.
package userdb

import (
	"bufio"
	"encoding/json"
	"net"
	"strings"
)

// Object is a JSON object.
type Object = map[string]any

// Records are what a service has, which is called Name.
type Records struct {
	Name        string
	Users       []Object
	Groups      []Object
	Memberships []Object
}

// call is a question.
type call struct {
	Method     string
	Parameters Object
	More       bool // all answers are wanted
}

// Answer answers a client until it ends. Before each answer it asks before, if there
// is one, whether to give it.
func (r *Records) Answer(c net.Conn, before func() bool) {
	in := bufio.NewReader(c)
	for {
		text, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var q call
		if json.Unmarshal(text[:len(text)-1], &q) != nil {
			return
		}
		if before == nil || before() {
			r.reply(c, q)
		}
	}
}

func (r *Records) reply(c net.Conn, q call) {
	found := r.find(q)
	if len(found) == 0 {
		send(c, Object{"error": "io.systemd.UserDatabase.NoRecordFound", "parameters": Object{}})
		return
	}
	if !q.More {
		found = found[:1]
	}
	for i, parameters := range found {
		reply := Object{"parameters": parameters}
		if i < len(found)-1 {
			reply["continues"] = true
		}
		send(c, reply)
	}
}

// find returns the parameters of the answers to a question that names this service.
func (r *Records) find(q call) (found []Object) {
	var list []Object
	wrap := true
	switch strings.TrimPrefix(q.Method, "io.systemd.UserDatabase.") {
	case "GetUserRecord":
		list = r.Users
	case "GetGroupRecord":
		list = r.Groups
	case "GetMemberships":
		list, wrap = r.Memberships, false
	}
	for _, record := range list {
		if q.Parameters["service"] != r.Name || !fits(record, q.Parameters) {
			continue
		}
		if wrap {
			record = Object{"record": record, "incomplete": false}
		}
		found = append(found, record)
	}
	return found
}

// fits tells whether a record has all the values that are wanted.
func fits(record, wanted Object) bool {
	for _, key := range []string{"userName", "uid", "groupName", "gid"} {
		want := wanted[key]
		have := record[key]
		if n, ok := have.(int); ok { // of a record that was not read from JSON
			have = float64(n)
		}
		if want != nil && have != want {
			return false
		}
	}
	return true
}

func send(c net.Conn, message Object) {
	if text, err := json.Marshal(message); err == nil {
		c.Write(append(text, 0))
	}
}
