package nscdproto

import (
	"bytes"
	"encoding/binary"
	"strconv"
)

// A Request asks for a user or a group by the name or the number, or for the groups
// of the user of the name.
type Request struct {
	Kind   Kind
	Name   string
	Number uint32
}

// head is the size of what is before the key: version, kind, size of the key.
const head = 12

// MaxRequest is the size of the longest request.
const MaxRequest = head + MaxKey

// Append appends the request as it is sent.
func (r Request) Append(b []byte) []byte {
	key := r.Name
	if r.Kind.byID() {
		key = strconv.FormatUint(uint64(r.Number), 10)
	}
	b = appendNumbers(b, version, uint32(r.Kind), uint32(len(key)+1))
	return append(append(b, key...), 0)
}

// State is how far a request has been read.
type State uint8

// The states of a request.
const (
	Partial   State = iota // more bytes have to come
	Complete               // it is a request that musl's programs send
	Absent                 // it is one for what can't exist: a key that is too long, or no number
	Malformed              // it is none, or one of another kind
)

// ParseRequest reads a request from the bytes that have come so far; more than
// MaxRequest are never needed. A request for what can't exist has only its Kind.
func ParseRequest(b []byte) (Request, State) {
	if len(b) >= 4 && binary.NativeEndian.Uint32(b) != version {
		return Request{}, Malformed
	}
	if len(b) < head {
		return Request{}, Partial
	}
	r := Request{Kind: Kind(binary.NativeEndian.Uint32(b[4:]))}
	size := int32(binary.NativeEndian.Uint32(b[8:]))
	switch {
	case r.Kind.numbers() == 0 || size <= 0:
		return Request{}, Malformed
	case size > MaxKey:
		return r, Absent
	case len(b) < head+int(size):
		return Request{}, Partial
	}
	key := b[head : head+int(size)]
	if bytes.IndexByte(key, 0) != len(key)-1 {
		return Request{}, Malformed
	}
	return r, r.setKey(string(key[:len(key)-1]))
}

func (r *Request) setKey(key string) State {
	if !r.Kind.byID() {
		r.Name = key
		return Complete
	}
	number, err := strconv.ParseUint(key, 10, 32)
	if err != nil || key[0] == '+' {
		return Absent
	}
	r.Number = uint32(number)
	return Complete
}

func appendNumbers(b []byte, numbers ...uint32) []byte {
	for _, n := range numbers {
		b = binary.NativeEndian.AppendUint32(b, n)
	}
	return b
}
