package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// nameID is a name of the database, wordID a word of the rules.
type (
	nameID int32
	wordID int32
)

// subject is the name or the word that a definition or a match is about; the
// other of the two, or both, are none.
type subject struct {
	name nameID
	word wordID
}

// none stands for no name and for no word.
const none = -1

// hasName reports whether the subject is a name of the database.
func (s subject) hasName() bool { return s.name >= 0 }

// hasWord reports whether the subject is a word of the rules alone.
func (s subject) hasWord() bool { return s.word >= 0 }

func ofName(n nameID) subject { return subject{n, none} }

// vocabulary is what the reader looks for.
type vocabulary interface {
	// ident, tag and member find a name of the database by an identifier, the
	// word after struct, union or enum, and the word after . or ->.
	ident(word []byte) (nameID, bool)
	tag(word []byte) (nameID, bool)
	member(word []byte) (nameID, bool)
	name(id nameID) *gnuism.Name
	// present reports whether some header of the target has the name.
	present(id nameID) bool

	// word finds a word of the rules.
	word(word []byte) (wordID, bool)
	rules() []*rules.Rule
	// byWord, literals and parens are the rules, by index, that look at a word,
	// at string literals, and at "(" behind a name within functions.
	byWord(id wordID) []int
	literals() []int
	parens() []int
}
