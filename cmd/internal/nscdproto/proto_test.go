package nscdproto

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

// message is numbers and then text, in the machine's byte order.
func message(text string, numbers ...int32) []byte {
	var b bytes.Buffer
	binary.Write(&b, binary.NativeEndian, numbers)
	b.WriteString(text)
	return b.Bytes()
}

// TestRequests has requests as programs linked to musl 1.2.3 were observed to send.
func TestRequests(t *testing.T) {
	for _, c := range []struct {
		name    string
		message []byte
		want    Request
		state   State
	}{
		{"user", message("dyn\x00", 2, 0, 4), Request{Kind: UserByName, Name: "dyn"}, Complete},
		{"no name", message("\x00", 2, 2, 1), Request{Kind: GroupByName}, Complete},
		{"last uid", message("4294967295\x00", 2, 1, 11), Request{Kind: UserByID, Number: 1<<32 - 1}, Complete},
		{"gid", message("0\x00", 2, 3, 2), Request{Kind: GroupByID}, Complete},
		{"initgroups", message("dyn\x00", 2, 15, 4), Request{Kind: Initgroups, Name: "dyn"}, Complete},
		{"longest", message(strings.Repeat("x", MaxKey-1)+"\x00", 2, 0, MaxKey), Request{Kind: UserByName, Name: strings.Repeat("x", MaxKey-1)}, Complete},
		{"too long", message("", 2, 0, MaxKey+1), Request{Kind: UserByName}, Absent},
		{"no number", message("x\x00", 2, 1, 2), Request{Kind: UserByID}, Absent},
		{"empty number", message("\x00", 2, 1, 1), Request{Kind: UserByID}, Absent},
		{"sign", message("+1\x00", 2, 3, 3), Request{Kind: GroupByID}, Absent},
		{"33 bits", message("4294967296\x00", 2, 3, 11), Request{Kind: GroupByID}, Absent},
		{"version", message("", 3), Request{}, Malformed},
		{"shared memory of glibc", message("passwd\x00", 2, 11, 7), Request{}, Malformed},
		{"no key", message("", 2, 0, 0), Request{}, Malformed},
		{"negative", message("", 2, 0, -1), Request{}, Malformed},
		{"no NUL", message("dyn", 2, 0, 3), Request{}, Malformed},
		{"two NULs", message("dy\x00\x00", 2, 0, 4), Request{}, Malformed},
	} {
		got, state := ParseRequest(c.message)
		if got != c.want || state != c.state {
			t.Errorf("%s: %+v, state %d; want %+v, state %d", c.name, got, state, c.want, c.state)
		}
		if state != Complete {
			continue
		}
		if sent := got.Append(nil); !bytes.Equal(sent, c.message) {
			t.Errorf("%s: sent as %q, want %q", c.name, sent, c.message)
		}
		for n := range c.message {
			if _, state := ParseRequest(c.message[:n]); state != Partial {
				t.Errorf("%s: state %d after %d bytes", c.name, state, n)
			}
		}
	}
}

// TestReplies has replies as programs linked to musl 1.2.3 were observed to take.
func TestReplies(t *testing.T) {
	user := &entry.Passwd{Name: []byte("dyn"), Password: []byte("x"), UID: 61000, GID: 61001, Gecos: []byte("Dynamic"), Dir: []byte("/"), Shell: []byte("/bin/sh")}
	reply := User(user)
	if want := message("dyn\x00x\x00Dynamic\x00/\x00/bin/sh\x00", 2, 1, 4, 2, 61000, 61001, 8, 2, 8); !bytes.Equal(reply, want) {
		t.Errorf("user %q, want %q", reply, want)
	}
	if got, found, err := ReadUser(bytes.NewReader(reply)); found != Present || err != nil || !cmp.Equal(got, user) {
		t.Errorf("user %v %v %v", got, found, err)
	}
	for members, want := range map[string][]byte{
		"":      message("dyn\x00x\x00", 2, 1, 4, 2, 61001, 0),
		"dyn,u": message("dyn\x00x\x00dyn\x00u\x00", 2, 1, 4, 2, 61001, 2, 4, 2),
	} {
		group := &entry.Group{Name: []byte("dyn"), Password: []byte("x"), GID: 61001, Members: []byte(members)}
		reply, ok := Group(group)
		if !ok || !bytes.Equal(reply, want) {
			t.Errorf("group %q %v, want %q", reply, ok, want)
		}
		got, found, err := ReadGroup(bytes.NewReader(reply))
		if found != Present || err != nil || string(got.Members) != members || got.GID != group.GID {
			t.Errorf("group %v %v %v", got, found, err)
		}
	}
	if _, ok := Group(&entry.Group{Members: bytes.Repeat([]byte(","), MaxMembers)}); ok {
		t.Error("a reply has too many members")
	}
	reply = Groups([]uint32{61001, 5})
	if want := message("", 2, 1, 2, 61001, 5); !bytes.Equal(reply, want) {
		t.Errorf("groups %q, want %q", reply, want)
	}
	if got, found, err := ReadGroups(bytes.NewReader(reply)); found != Present || err != nil || !cmp.Equal(got, []uint32{61001, 5}) {
		t.Errorf("groups %v %v %v", got, found, err)
	}
}

func TestNone(t *testing.T) {
	for kind, size := range map[Kind]int{UserByName: 36, UserByID: 36, GroupByName: 24, GroupByID: 24, Initgroups: 12} {
		if got := None(kind, Missing); len(got) != size || !bytes.Equal(got[:8], message("", 2, 0)) {
			t.Errorf("kind %d: %q", kind, got)
		}
	}
	if _, found, err := ReadGroup(bytes.NewReader(None(GroupByID, Unknown))); found != Unknown || err != nil {
		t.Errorf("%v %v", found, err)
	}
}

// FuzzRequest reads anything as a request, and what it made of it once more.
func FuzzRequest(f *testing.F) {
	f.Add(message("dyn\x00", 2, 0, 4))
	f.Add(message("4294967295\x00", 2, 1, 11))
	f.Add(message("passwd\x00", 2, 11, 7))
	f.Add(message("", 2, 15, -1))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, state := ParseRequest(data)
		switch {
		case state == Partial && len(data) >= MaxRequest:
			t.Fatalf("%d bytes are not enough", len(data))
		case state == Absent && len(None(r.Kind, Missing)) == 0:
			t.Fatalf("no answer to %+v", r)
		case state != Complete:
			return
		}
		again, state := ParseRequest(r.Append(nil))
		if again != r || state != Complete || len(r.Append(nil)) > MaxRequest {
			t.Fatalf("%+v, then %+v in state %d", r, again, state)
		}
	})
}

// FuzzReply reads anything as each reply, and what is well-formed as it was sent.
func FuzzReply(f *testing.F) {
	f.Add(message("dyn\x00x\x00Dynamic\x00/\x00/bin/sh\x00", 2, 1, 4, 2, 61000, 61001, 8, 2, 8))
	f.Add(message("dyn\x00x\x00dyn\x00u\x00", 2, 1, 4, 2, 61001, 2, 4, 2))
	f.Add(message("", 2, 1, 2, 61001, 5))
	f.Add(message("", 2, -1, 1<<31-1, 1<<31-1))
	f.Fuzz(func(t *testing.T, data []byte) {
		if e, found, err := ReadUser(bytes.NewReader(data)); err == nil && found == Present {
			if sent := User(e); !bytes.HasPrefix(data, sent) {
				t.Fatalf("%q of %q", sent, data)
			}
		}
		if e, found, err := ReadGroup(bytes.NewReader(data)); err == nil && found == Present {
			sent, ok := Group(e)
			if again, _, err := ReadGroup(bytes.NewReader(sent)); !ok || err != nil || !cmp.Equal(again, e) {
				t.Fatalf("%+v, then %+v %v", e, again, err)
			}
		}
		ReadGroups(bytes.NewReader(data))
	})
}
