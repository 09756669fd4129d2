// Package gnuism is the database of what glibc gives a C source and musl does
// not: every such name with the headers that show it in either library, the
// releases it came and went with, and what to do about it.
//
// The tables in tables/derived are derived from the libraries' own headers by
// derive; tables/reserved.tsv and tables/disposition.tsv are written by hand.
package gnuism

//go:generate go run ./derive -tables tables

import (
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// Kind is what a name is in C.
type Kind string

// The kinds of names, as names.tsv writes them.
const (
	Function   Kind = "function"
	Macro      Kind = "macro"
	Type       Kind = "type"
	Variable   Kind = "var"
	EnumConst  Kind = "enumconst"
	Tag        Kind = "tag"    // Name is "struct x", "union x" or "enum x"
	Member     Kind = "member" // Name is "parent.member"
	HeaderKind Kind = "header"
)

// Name is one name that the two libraries do not show in the same places.
type Name struct {
	Name    string     // as in a C source; a member behind its struct, as "FILE._IO_read_ptr"
	Kind    Kind       // of declaration
	Home    string     // the plainest header of glibc that shows it
	Glibc   Set        // all headers of glibc that show it
	Kernel  Set        // all kernel headers that do
	Version string     // of glibc that brought it, as "2.26", or "2.37..2.41" where no more is known; "" is unknown
	Linux   Kernel     // the oldest whose headers show it, where Kernel is not empty
	Call    bool       // a macro with parameters: without "(" behind it, it is another name
	InGlibc Modes      // where glibc shows it, of a name that musl hides in one of them
	Musl    []Presence // where musl's releases show it, the oldest first
}

// Header is one public header of glibc, of musl or of the kernel.
type Header struct {
	Name         string  // as an #include writes it
	ID           int     // place in a Set
	Glibc, Linux bool    // of whom it is one
	Redirect     bool    // musl has it only to warn about the name
	Since, Last  Release // in musl; Since is Never for a header it never had
	GlibcSince   string  // the first release of glibc read that has it; "" is the oldest, or none
	LinuxSince   Kernel  // the first release of the kernel that has it, where Linux is set
}

// In reports whether musl has the header at release r.
func (h *Header) In(r Release) bool { return h.Since <= r && r <= h.Last }

// Clash is a kernel header that does not go together with those of musl that
// show a tag, in any order or where the kernel's comes first.
type Clash struct {
	Kernel      int      // Header.ID
	Tag         string   // that both define, such as "struct in6_addr"
	Libc        Set      // the headers of musl that show it
	KernelFirst bool     // they do go together where the libc's comes first
	In          Releases // of musl that clash
}

// DB is the loaded database. It is read-only and safe for concurrent use.
type DB struct {
	Names                 []Name   // sorted by name
	Headers               []Header // sorted by name
	byName                map[string]int
	header                map[string]int
	idents, tags, members *lex.Table      // plain forms → places in Names
	hiding                map[string]bool // tags of structs with members that musl hides
	Clashes               []Clash         // between kernel headers and those of musl
	rules                 []disposal
	shims                 map[string]string // name → module, from libwildebeest itself
	overlays              map[string][]int  // module → its headers, Header.ID
}

// Load returns the database.
var Load = sync.OnceValues(load)

// Lookup returns the entry of an ordinary name, "struct x" or "parent.member".
func (db *DB) Lookup(name string) (*Name, bool) {
	i, ok := db.byName[name]
	if !ok {
		return nil, false
	}
	return &db.Names[i], true
}

// Header returns the entry of a header, named as in #include <…>.
func (db *DB) Header(name string) (*Header, bool) {
	i, ok := db.header[name]
	if !ok {
		return nil, false
	}
	return &db.Headers[i], true
}

// Ident returns the place in Names of an ordinary identifier. Like Tag and
// Member it does not allocate: scanners ask it for every word of a tree.
func (db *DB) Ident(b []byte) (int, bool) { return db.idents.Find(b) }

// Tag returns the place in Names of a tag, given without its keyword.
func (db *DB) Tag(b []byte) (int, bool) { return db.tags.Find(b) }

// Member returns the place in Names of a member, given without its parent;
// where several structs have it, of the first.
func (db *DB) Member(b []byte) (int, bool) { return db.members.Find(b) }

// MemberOf finds a member by the struct that has it, such as "struct tcphdr".
func (db *DB) MemberOf(parent string, b []byte) (int, bool) {
	i, ok := db.byName[parent+"."+string(b)]
	return i, ok
}

// HidesMembers reports whether musl hides members of a struct, named by its tag alone,
// under feature macros.
func (db *DB) HidesMembers(tag []byte) bool { return db.hiding[string(tag)] }

// Plain strips a tag's keyword and a member's parent from a name.
func Plain(name string) string { return name[strings.LastIndexAny(name, " .")+1:] }

func (db *DB) table(keep func(Kind) bool) *lex.Table {
	t := lex.NewTable(len(db.Names))
	var large []int // glob64_t.gl_pathc: whoever writes the member means glob_t's
	for i := range db.Names {
		switch n := &db.Names[i]; {
		case !keep(n.Kind):
		case n.Kind == Member && strings.Contains(n.Name, "64"):
			large = append(large, i)
		default:
			t.Put(Plain(n.Name), i)
		}
	}
	for _, i := range large {
		t.Put(Plain(db.Names[i].Name), i)
	}
	return t
}
