package nscdproto

import (
	"bytes"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

// None is the reply without a user, group or groups to a kind of request: Missing or
// Unknown.
func None(k Kind, found Found) []byte {
	b := make([]byte, 4*k.numbers())
	copy(b, appendNumbers(nil, version, uint32(found)))
	return b
}

// User is the reply with a user.
func User(e *entry.Passwd) []byte {
	b := appendNumbers(nil, version, uint32(Present), size(e.Name), size(e.Password), e.UID, e.GID,
		size(e.Gecos), size(e.Dir), size(e.Shell))
	return appendTexts(b, e.Name, e.Password, e.Gecos, e.Dir, e.Shell)
}

// Group is the reply with a group. ok is false where no reply can have as many
// members.
func Group(e *entry.Group) (b []byte, ok bool) {
	count := 0
	if len(e.Members) > 0 {
		count = 1 + bytes.Count(e.Members, comma)
	}
	if count > MaxMembers || len(e.Name)+len(e.Password)+len(e.Members) > MaxText-3 {
		return nil, false
	}
	b = make([]byte, 0, 4*(GroupByName.numbers()+count)+len(e.Name)+len(e.Password)+len(e.Members)+3)
	b = appendNumbers(b, version, uint32(Present), size(e.Name), size(e.Password), e.GID, uint32(count))
	if count == 0 {
		return appendTexts(b, e.Name, e.Password), true
	}
	for member := range bytes.SplitSeq(e.Members, comma) {
		b = appendNumbers(b, size(member))
	}
	b = appendTexts(b, e.Name, e.Password)
	members := len(b)
	b = append(append(b, e.Members...), 0)
	for i := members; i < len(b); i++ {
		if b[i] == ',' {
			b[i] = 0
		}
	}
	return b, true
}

// Groups is the reply with the ids of a user's groups, of which there are MaxMembers
// at most.
func Groups(gids []uint32) []byte {
	b := appendNumbers(make([]byte, 0, 4*(Initgroups.numbers()+len(gids))), version, uint32(Present), uint32(len(gids)))
	return appendNumbers(b, gids...)
}

var comma = []byte{','}

// size is that of a string with its final NUL.
func size(text []byte) uint32 { return uint32(len(text) + 1) }

func appendTexts(b []byte, texts ...[]byte) []byte {
	for _, text := range texts {
		b = append(append(b, text...), 0)
	}
	return b
}
