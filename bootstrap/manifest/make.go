package manifest

import (
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/serpent-os/wildebeest/internal/sparse"
	"github.com/serpent-os/wildebeest/internal/tree"
	"golang.org/x/sys/unix"
)

// Options say how a manifest is made.
type Options struct {
	Time  time.Time // what every file gets as its modification time; zero leaves it
	Limit int64     // bytes that the files may have together, holes included; 0 is no limit
}

// A RefusedError is a file that no package may have.
type RefusedError struct{ File, Why string }

func (e *RefusedError) Error() string {
	return fmt.Sprintf("the package installs %q, %s", tree.Short(e.File), e.Why)
}

// maxPath is how long a file's path in a package may be, in bytes. The kernel takes
// no path longer than 4095, and a root lies in a directory with a path of its own.
const maxPath = 3072

// Make describes the tree in dir, which comes out of a build, and takes from it
// what only the manifest may have: set-ID bits, file capabilities, and the flags of
// chattr(1), which packages do not keep. The error is a *RefusedError where a
// file is one that no package may have.
func Make(dir string, o Options) (*Manifest, error) {
	m := &maker{Options: o, same: make(map[inode]*hardLink), made: new(Manifest)}
	if err := tree.Walk(dir, m.add); err != nil {
		return nil, err
	}
	for _, l := range m.same {
		if l.seen < l.names {
			return nil, &RefusedError{l.first, "which is a hard link to a file outside of the package; copy the file instead"}
		}
	}
	return m.made, nil
}

type maker struct {
	Options
	size int64
	same map[inode]*hardLink
	made *Manifest
}

type inode struct{ dev, ino uint64 }

// A hardLink is a file with several names.
type hardLink struct {
	first       string
	at          int // in the manifest
	seen, names uint64
}

func (m *maker) add(e *tree.Entry) error {
	f := File{Name: e.Name, Mode: Mode(e.Stat.Mode & 0o7777), Time: e.Stat.Mtim.Nano()}
	if f.Name == "" {
		f.Name = "/"
	}
	if os.Geteuid() == 0 {
		f.UID, f.GID = e.Stat.Uid, e.Stat.Gid
	}
	if len(f.Name) > maxPath {
		return &RefusedError{f.Name, fmt.Sprintf("with a path of more than %d bytes, which programs can't name in every directory", maxPath)}
	}
	err := checkText(f.Name, f.Name)
	if err == nil {
		err = m.kind(e, &f)
	}
	if err == nil && f.Kind != Link {
		err = m.strip(e, &f)
	}
	if err == nil && f.Kind == Regular {
		err = m.contents(e, &f)
	}
	if err == nil && !m.Time.IsZero() {
		f.Time = m.Time.UnixNano()
		err = e.SetTime(m.Time)
	}
	m.made.Files = append(m.made.Files, f)
	return err
}

// kind finds what the file is.
func (m *maker) kind(e *tree.Entry, f *File) (err error) {
	switch {
	case e.IsDir():
		f.Kind = Directory
	case e.IsRegular():
		f.Kind, f.Size = Regular, e.Stat.Size
	case e.IsLink():
		f.Kind, f.Mode = Link, 0o777
		if f.Target, err = e.Readlink(); err == nil {
			err = checkText(f.Name, f.Target)
		}
	default:
		err = &RefusedError{f.Name, "a " + special(e) + "; packages hold files, directories and links: let what needs it make it when it starts (tmpfiles.d)"}
	}
	return err
}

func special(e *tree.Entry) string {
	switch e.Stat.Mode & unix.S_IFMT {
	case unix.S_IFIFO:
		return "fifo"
	case unix.S_IFSOCK:
		return "socket"
	case unix.S_IFBLK:
		return "block device"
	}
	return "character device"
}

// checkText refuses names that lists and messages can't show as they are: control
// characters, as a line feed ends a line of a list, and bytes that are not UTF-8,
// as JSON has no way to tell two such names apart (Debian's policy 10.10 asks for
// UTF-8 too).
func checkText(name, text string) error {
	if !utf8.ValidString(text) {
		return &RefusedError{name, "whose name or target is not UTF-8; rename it"}
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
		return &RefusedError{name, "whose name or target has a control character; rename it"}
	}
	return nil
}

// Names of extended attributes.
const (
	capability = "security.capability"
	ofUsers    = "user."
	acl        = "system.posix_acl_"
)

// strip notes what only the manifest may have, and takes it from the file.
func (m *maker) strip(e *tree.Entry, f *File) error {
	if mode := f.Stored(); mode != e.Stat.Mode&0o7777 {
		if err := e.SetMode(mode); err != nil {
			return err
		}
	}
	names, err := e.Attributes()
	if err != nil {
		return err
	}
	for _, name := range names {
		if strings.HasPrefix(name, acl) {
			return &RefusedError{f.Name, "which has an access control list; packages have an owner, a group and a mode: setfacl -b, or let systemd-tmpfiles set it"}
		}
		if name != capability && !strings.HasPrefix(name, ofUsers) {
			continue
		}
		if err := checkText(f.Name, name); err != nil {
			return err
		}
		value, err := e.Attribute(name)
		if err != nil {
			return err
		}
		if f.Attributes == nil {
			f.Attributes = make(map[string][]byte)
		}
		f.Attributes[name] = value
		if name == capability {
			f.Attributes[name] = withoutRoot(value)
			err = e.RemoveAttribute(name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// withoutRoot is a file's capabilities without the id of the root of the build's
// user namespace: revision 2 in place of 3 of linux/capability.h.
func withoutRoot(value []byte) []byte {
	const revision, effective, size2, size3 = 0xff000000, 1, 20, 24
	if len(value) != size3 {
		return value
	}
	head := binary.LittleEndian.Uint32(value)
	if head&revision != 0x03000000 {
		return value
	}
	plain := append([]byte(nil), value[:size2]...)
	binary.LittleEndian.PutUint32(plain, 0x02000000|head&effective)
	return plain
}

// contents bounds the size of the package and identifies what is in a file.
func (m *maker) contents(e *tree.Entry, f *File) error {
	if e.Stat.Nlink > 1 {
		id := inode{e.Stat.Dev, e.Stat.Ino}
		if l, ok := m.same[id]; ok {
			l.seen++
			first := m.made.Files[l.at] // the file itself has lost what was noted there
			f.Same, f.Mode, f.Attributes, f.Sum = l.first, first.Mode, first.Attributes, first.Sum
			return nil
		}
		m.same[id] = &hardLink{f.Name, len(m.made.Files), 1, uint64(e.Stat.Nlink)}
	}
	if m.size += f.Size; m.Limit > 0 && (f.Size > m.Limit || m.size > m.Limit) {
		return &RefusedError{f.Name, fmt.Sprintf("with which its files have %s, holes included; a package may have %s (--package-limit)", size(m.size), size(m.Limit))}
	}
	file, err := e.Open()
	if err != nil {
		return err
	}
	defer file.Close()
	f.Sum, err = sparse.Sum(file)
	return err
}

// size says a number of bytes with the largest unit in which it is at least 1.
func size(bytes int64) string {
	value, unit := float64(bytes), 0
	units := []string{"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"}
	for value >= 1024 && unit < len(units)-1 {
		value, unit = value/1024, unit+1
	}
	return fmt.Sprintf("%.4g %s", value, units[unit])
}
