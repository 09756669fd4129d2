package scan

import (
	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// lexicon is the vocabulary of a scan: the database for one release of musl,
// and the rules in code.
type lexicon struct {
	db        *gnuism.DB
	target    gnuism.Release
	inMusl    []bool // by index into DB.Names: the target has it in some header
	all       []*rules.Rule
	words     *lex.Table // words of the rules → byWord
	text      []string   // the words themselves
	ruleLists [][]int    // word → rules
	strings   []int      // rules that look at string literals
	calls     []int      // rules that look at "(" within functions
}

func newLexicon(db *gnuism.DB, target gnuism.Release, all []*rules.Rule) *lexicon {
	x := &lexicon{db: db, target: target, inMusl: make([]bool, len(db.Names)), all: all, words: lex.NewTable(64 * len(all))}
	for i := range db.Names {
		x.inMusl[i] = db.Names[i].Usable(target)
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

func (x *lexicon) Ident(word []byte) (facts.NameID, bool) {
	i, ok := x.db.Ident(word)
	return facts.NameID(i), ok
}

func (x *lexicon) Tag(word []byte) (facts.NameID, bool) {
	i, ok := x.db.Tag(word)
	return facts.NameID(i), ok
}

func (x *lexicon) Member(word []byte) (facts.NameID, bool) {
	i, ok := x.db.Member(word)
	return facts.NameID(i), ok
}

func (x *lexicon) MemberOf(parent string, word []byte) (facts.NameID, bool) {
	i, ok := x.db.MemberOf(parent, word)
	return facts.NameID(i), ok
}

func (x *lexicon) Hidden(tag []byte) bool { return x.db.HidesMembers(tag) }

func (x *lexicon) GlibcOnly(header string) bool {
	h, ok := x.db.Header(header)
	return ok && h.Glibc && !h.Linux && !h.In(x.target)
}

func (x *lexicon) Word(word []byte) (facts.WordID, bool) {
	w, ok := x.words.Find(word)
	return facts.WordID(w), ok
}

func (x *lexicon) Name(id facts.NameID) *gnuism.Name { return &x.db.Names[id] }
func (x *lexicon) Target() gnuism.Release            { return x.target }
func (x *lexicon) Present(id facts.NameID) bool      { return x.inMusl[id] }
func (x *lexicon) Rules() []*rules.Rule              { return x.all }
func (x *lexicon) ByWord(id facts.WordID) []int      { return x.ruleLists[id] }
func (x *lexicon) Literals() []int                   { return x.strings }
func (x *lexicon) Parens() []int                     { return x.calls }

// spell returns the text of a subject.
func (x *lexicon) spell(s facts.Subject) string {
	if s.HasName() {
		return x.db.Names[s.Name].Name
	}
	return x.text[s.Word]
}
