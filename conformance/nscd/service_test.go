package nscd

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

type object = map[string]any

// A service is a source of users and groups over varlink, in a process of its own.
type service struct {
	Name        string
	Users       []object
	Groups      []object
	Memberships []object
	Delay       time.Duration // before each answer
	Silent      bool          // there is no answer
	Private     bool          // only its own user may ask
	Ask         []string      // a command that is run before each answer
}

const inService = "WILDEBEEST_NSCD_SERVICE"

// start starts the service, which ends with the test.
func (s service) start(t testing.TB) *daemon {
	t.Helper()
	check(t, os.MkdirAll(userdbDir, 0o755))
	text, err := json.Marshal(s)
	check(t, err)
	cmd := exec.Command("/proc/self/exe")
	cmd.Env = append(os.Environ(), inService+"="+string(text))
	d := start(t, cmd)
	path := userdbDir + "/" + s.Name
	t.Cleanup(func() {
		d.stop(t, syscall.SIGTERM)
		os.Remove(path)
	})
	until(t, s.Name+" listens", func() bool {
		_, err := os.Stat(path)
		return err == nil
	})
	return d
}

// runService is the service's process.
func runService(text string) int {
	var s service
	err := json.Unmarshal([]byte(text), &s)
	syscall.Umask(0)
	if s.Private {
		syscall.Umask(0o77)
	}
	var l net.Listener
	if err == nil {
		l, err = net.Listen("unix", userdbDir+"/"+s.Name)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	for {
		c, err := l.Accept()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		go s.answer(c)
	}
}

func (s *service) answer(c net.Conn) {
	defer c.Close()
	in := bufio.NewReader(c)
	for {
		text, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var call struct {
			Method     string
			Parameters object
			More       bool
		}
		if json.Unmarshal(text[:len(text)-1], &call) != nil {
			return
		}
		if s.Silent {
			continue
		}
		if len(s.Ask) > 0 {
			out, err := exec.Command(s.Ask[0], s.Ask[1:]...).Output()
			fmt.Printf("%s%v\n", out, err)
		}
		time.Sleep(s.Delay)
		s.reply(c, call.Method, call.Parameters, call.More)
	}
}

func (s *service) reply(c net.Conn, method string, wanted object, more bool) {
	list, wrap := s.Users, true
	switch strings.TrimPrefix(method, "io.systemd.UserDatabase.") {
	case "GetGroupRecord":
		list = s.Groups
	case "GetMemberships":
		list, wrap = s.Memberships, false
	}
	var found []object
	for _, record := range list {
		if wanted["service"] == s.Name && fits(record, wanted) {
			if wrap {
				record = object{"record": record, "incomplete": false}
			}
			found = append(found, record)
		}
	}
	if len(found) == 0 {
		send(c, object{"error": "io.systemd.UserDatabase.NoRecordFound", "parameters": object{}})
		return
	}
	if !more {
		found = found[:1]
	}
	for i, parameters := range found {
		reply := object{"parameters": parameters}
		if i < len(found)-1 {
			reply["continues"] = true
		}
		send(c, reply)
	}
}

// fits tells whether a record has all the values that are wanted.
func fits(record, wanted object) bool {
	for _, key := range []string{"userName", "uid", "groupName", "gid"} {
		if want := wanted[key]; want != nil && record[key] != want {
			return false
		}
	}
	return true
}

func send(c net.Conn, message object) {
	text, err := json.Marshal(message)
	if err == nil {
		c.Write(append(text, 0))
	}
}
