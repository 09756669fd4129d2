// Package varlink calls methods of local services over varlink (varlink.org): JSON
// messages over a socket of the file system, each with a NUL at its end.
package varlink

import (
	"bytes"
	"encoding/json"
	"errors"
	"time"

	"github.com/serpent-os/wildebeest/cmd/internal/local"
)

// TimeLimit is how long systemd's own clients wait for a service (observed on
// nss-systemd 252).
const TimeLimit = 45 * time.Second

// Limits of what a service may send.
const (
	maxMessage = 4 << 20 // bytes of a message
	maxReplies = 1 << 20 // to one call
)

// Errors of a service that sends without end.
var (
	errTooLong = errors.New("the reply is longer than allowed")
	errTooMany = errors.New("there are more than a million replies")
)

// Request is a call of a method.
type Request struct {
	Method     string `json:"method"`
	Parameters any    `json:"parameters"`
	More       bool   `json:"more,omitempty"` // ask for several replies

	MaxReply int `json:"-"` // bytes of all replies together; 0 stands for 4 MiB of each
}

// Reply is one reply: parameters, or those of an error with that name.
type Reply struct {
	Parameters json.RawMessage `json:"parameters"`
	Continues  bool            `json:"continues"`
	Error      string          `json:"error"`
}

// Call calls a method of the service at the socket path and hands its replies to
// take, until one is the last or take returns false. All have to come by the deadline.
func Call(path string, deadline time.Time, request Request, take func(Reply) bool) error {
	conn, err := local.Dial(path, deadline)
	if err != nil {
		return err
	}
	defer conn.Close()
	text, err := json.Marshal(request)
	if err != nil {
		return err
	}
	if _, err := conn.Write(append(text, 0)); err != nil {
		return err
	}
	in := messages{conn: conn, total: request.MaxReply}
	for range maxReplies {
		text, err := in.next()
		if err != nil {
			return err
		}
		var r Reply
		if err := json.Unmarshal(text, &r); err != nil {
			return err
		}
		if !take(r) || !r.Continues || !request.More {
			return nil
		}
	}
	return errTooMany
}

// messages splits what a service sends at the NULs.
type messages struct {
	conn  *local.Conn
	buf   []byte
	came  int // bytes so far
	total int // that may come; 0: without end
}

func (m *messages) next() ([]byte, error) {
	scanned := 0
	chunk := make([]byte, 16<<10)
	for {
		if i := bytes.IndexByte(m.buf[scanned:], 0); i >= 0 {
			text := m.buf[:scanned+i]
			m.buf = m.buf[scanned+i+1:]
			return text, nil
		}
		scanned = len(m.buf)
		if scanned > maxMessage || m.total > 0 && m.came > m.total {
			return nil, errTooLong
		}
		n, err := m.conn.Read(chunk)
		if err != nil {
			return nil, err
		}
		m.came += n
		m.buf = append(m.buf, chunk[:n]...)
	}
}
