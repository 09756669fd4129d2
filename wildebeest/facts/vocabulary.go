package facts

import (
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// NameID is a name of the database, WordID a word of the rules.
type (
	NameID int32
	WordID int32
)

// Subject is the name or the word that a definition or a match is about; the
// other of the two, or both, are none.
type Subject struct {
	Name NameID
	Word WordID
}

// none stands for no name and for no word.
const none = -1

// HasName reports whether the subject is a name of the database.
func (s Subject) HasName() bool { return s.Name >= 0 }

// HasWord reports whether the subject is a word of the rules alone.
func (s Subject) HasWord() bool { return s.Word >= 0 }

func ofName(n NameID) Subject { return Subject{n, none} }

// Vocabulary is what the reader looks for.
type Vocabulary interface {
	// Ident, Tag and Member find a name of the database by an identifier, the
	// word after struct, union or enum, and the word after . or ->.
	Ident(word []byte) (NameID, bool)
	Tag(word []byte) (NameID, bool)
	Member(word []byte) (NameID, bool)
	// MemberOf finds a member by its struct, such as "struct tcphdr"; Hidden reports
	// whether musl hides members of that by feature macros.
	MemberOf(parent string, word []byte) (NameID, bool)
	Hidden(tag []byte) bool
	Name(id NameID) *gnuism.Name
	Target() gnuism.Release // of musl
	// Present reports whether some header of the target has the name.
	Present(id NameID) bool

	// GlibcOnly reports whether glibc has a header and the target lacks it.
	GlibcOnly(header string) bool
	// Word finds a word of the rules.
	Word(word []byte) (WordID, bool)
	Rules() []*rules.Rule
	// ByWord, Literals and Parens are the rules, by index, that look at a word,
	// at string literals, and at "(" behind a name within functions.
	ByWord(id WordID) []int
	Literals() []int
	Parens() []int
}
