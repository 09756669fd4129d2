package nscdproto

import (
	"encoding/binary"
	"io"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

// ReadUser reads the reply with a user; only if it is Present, there is one.
func ReadUser(r io.Reader) (*entry.Passwd, Found, error) {
	h, found, err := readHead(r, UserByName)
	if err != nil || found != Present {
		return nil, found, err
	}
	text, err := texts(r, h[2], h[3], h[6], h[7], h[8])
	if err != nil {
		return nil, found, err
	}
	return &entry.Passwd{Name: text[0], Password: text[1], UID: h[4], GID: h[5], Gecos: text[2], Dir: text[3], Shell: text[4]}, found, nil
}

// ReadGroup reads the reply with a group, as ReadUser does.
func ReadGroup(r io.Reader) (*entry.Group, Found, error) {
	h, found, err := readHead(r, GroupByName)
	if err != nil || found != Present {
		return nil, found, err
	}
	sizes, err := readList(r, h[5])
	if err != nil {
		return nil, found, err
	}
	text, err := texts(r, append([]uint32{h[2], h[3]}, sizes...)...)
	if err != nil {
		return nil, found, err
	}
	e := &entry.Group{Name: text[0], Password: text[1], GID: h[4]}
	for i, member := range text[2:] {
		if i > 0 {
			e.Members = append(e.Members, ',')
		}
		e.Members = append(e.Members, member...)
	}
	return e, found, nil
}

// ReadGroups reads the reply with the ids of a user's groups, as ReadUser does.
func ReadGroups(r io.Reader) ([]uint32, Found, error) {
	h, found, err := readHead(r, Initgroups)
	if err != nil || found != Present {
		return nil, found, err
	}
	gids, err := readList(r, h[2])
	return gids, found, err
}

// readHead reads the numbers that a reply begins with.
func readHead(r io.Reader, k Kind) ([]uint32, Found, error) {
	h := make([]uint32, k.numbers())
	if err := readNumbers(r, h); err != nil {
		return nil, Unknown, err
	}
	found := Found(int32(h[1]))
	if h[0] != version || found < Unknown || found > Present {
		return nil, Unknown, ErrReply
	}
	return h, found, nil
}

func readList(r io.Reader, count uint32) ([]uint32, error) {
	if count > MaxMembers {
		return nil, ErrReply
	}
	list := make([]uint32, count)
	return list, readNumbers(r, list)
}

func readNumbers(r io.Reader, numbers []uint32) error {
	buf := make([]byte, 4*len(numbers))
	if _, err := io.ReadFull(r, buf); err != nil {
		return short(err)
	}
	for i := range numbers {
		numbers[i] = binary.NativeEndian.Uint32(buf[4*i:])
	}
	return nil
}

// texts reads strings of the sizes, which count their final NULs.
func texts(r io.Reader, sizes ...uint32) ([][]byte, error) {
	total := uint64(0)
	for _, size := range sizes {
		total += uint64(size)
	}
	if total > MaxText {
		return nil, ErrReply
	}
	buf := make([]byte, total)
	if _, err := io.ReadFull(r, buf); err != nil {
		return nil, short(err)
	}
	list := make([][]byte, len(sizes))
	for i, size := range sizes {
		if size == 0 || buf[size-1] != 0 || !printable(buf[:size-1]) {
			return nil, ErrReply
		}
		list[i], buf = buf[:size-1], buf[size:]
	}
	return list, nil
}

// printable tells whether a string can't look like another line's data.
func printable(text []byte) bool {
	for _, c := range text {
		if c == 0 || c == '\n' {
			return false
		}
	}
	return true
}

func short(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return ErrReply
	}
	return err
}
