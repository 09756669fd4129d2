package dns

import (
	"encoding/binary"
	"time"

	"golang.org/x/sys/unix"

	"github.com/serpent-os/wildebeest/cmd/getent/internal/inet"
)

// askTCP asks one server over TCP what has no final reply. With again the
// questions that have any reply are asked too.
func askTCP(server inet.Addr, questions []*question, deadline time.Time, again bool) {
	for _, q := range questions {
		if q.reply != nil && final(q.reply) && !again {
			continue
		}
		if r := askOverTCP(server, q, deadline); r != nil {
			q.reply = r
		}
	}
}

func askOverTCP(server inet.Addr, q *question, deadline time.Time) *reply {
	fd, err := dial(server, unix.SOCK_STREAM)
	if err != nil {
		return nil
	}
	defer unix.Close(fd)
	message := binary.BigEndian.AppendUint16(nil, uint16(len(q.wire)))
	message = append(message, q.wire...)
	for len(message) > 0 {
		if !poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLOUT}}, deadline) {
			return nil
		}
		n, err := unix.Write(fd, message)
		if err != nil && err != unix.EAGAIN && err != unix.EINTR {
			return nil
		}
		message = message[max(n, 0):]
	}
	var size [2]byte
	if !readFull(fd, size[:], deadline) {
		return nil
	}
	answer := make([]byte, binary.BigEndian.Uint16(size[:]))
	if !readFull(fd, answer, deadline) {
		return nil
	}
	return q.parse(answer)
}

func readFull(fd int, buf []byte, deadline time.Time) bool {
	for len(buf) > 0 {
		if !poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, deadline) {
			return false
		}
		n, err := unix.Read(fd, buf)
		if err == unix.EAGAIN || err == unix.EINTR {
			continue
		}
		if err != nil || n == 0 {
			return false
		}
		buf = buf[n:]
	}
	return true
}
