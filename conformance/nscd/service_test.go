package nscd

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/conformance/userdb"
)

type object = userdb.Object

// A service is a source of users and groups over varlink, in a process of its own.
type service struct {
	userdb.Records
	Delay   time.Duration // before each answer
	Silent  bool          // there is no answer
	Private bool          // only its own user may ask
	Ask     []string      // a command that is run before each answer
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
	s.Records.Answer(c, func() bool {
		if s.Silent {
			return false
		}
		if len(s.Ask) > 0 {
			out, err := exec.Command(s.Ask[0], s.Ask[1:]...).Output()
			fmt.Printf("%s%v\n", out, err)
		}
		time.Sleep(s.Delay)
		return true
	})
}
