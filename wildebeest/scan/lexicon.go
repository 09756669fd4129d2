package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// lexicon is the vocabulary of a scan: the database for one release of musl,
// and the rules in code.
type lexicon struct {
	db        *gnuism.DB
	inMusl    []bool // by index into DB.Names: the target has it in some header
	all       []*rules.Rule
	words     *lex.Table // words of the rules → byWord
	text      []string   // the words themselves
	ruleLists [][]int    // word → rules
	strings   []int      // rules that look at string literals
	calls     []int      // rules that look at "(" within functions
}

func newLexicon(db *gnuism.DB, target gnuism.Release, all []*rules.Rule) *lexicon {
	x := &lexicon{db: db, inMusl: make([]bool, len(db.Names)), all: all, words: lex.NewTable(64 * len(all))}
	for i := range db.Names {
		x.inMusl[i] = db.Names[i].In(target) && !db.Names[i].NoLink
	}
	for i, r := range all {
		for _, word := range r.Words {
			x.add(word, i)
		}
	}
	return x
}

// add has a rule look at a word.
func (x *lexicon) add(word string, rule int) {
	switch word {
	case `"`:
		x.strings = append(x.strings, rule)
		return
	case "(":
		x.calls = append(x.calls, rule)
		return
	}
	w, ok := x.words.Find([]byte(word))
	if !ok {
		w = len(x.text)
		x.text = append(x.text, word)
		x.ruleLists = append(x.ruleLists, nil)
		x.words.Put(word, w)
	}
	x.ruleLists[w] = append(x.ruleLists[w], rule)
}

func (x *lexicon) ident(word []byte) (nameID, bool) {
	i, ok := x.db.Ident(word)
	return nameID(i), ok
}

func (x *lexicon) tag(word []byte) (nameID, bool) {
	i, ok := x.db.Tag(word)
	return nameID(i), ok
}

func (x *lexicon) member(word []byte) (nameID, bool) {
	i, ok := x.db.Member(word)
	return nameID(i), ok
}

func (x *lexicon) word(word []byte) (wordID, bool) {
	w, ok := x.words.Find(word)
	return wordID(w), ok
}

func (x *lexicon) name(id nameID) *gnuism.Name { return &x.db.Names[id] }
func (x *lexicon) present(id nameID) bool      { return x.inMusl[id] }
func (x *lexicon) rules() []*rules.Rule        { return x.all }
func (x *lexicon) byWord(id wordID) []int      { return x.ruleLists[id] }
func (x *lexicon) literals() []int             { return x.strings }
func (x *lexicon) parens() []int               { return x.calls }

// spell returns the text of a subject.
func (x *lexicon) spell(s subject) string {
	if s.hasName() {
		return x.db.Names[s.name].Name
	}
	return x.text[s.word]
}
