package parse

import "encoding/gob"

// What the two processes say to each other, as gob values: the scan sends a
// job, answers questions, and gets an answer.
type (
	job struct {
		Unit  string
		Text  []byte
		Dirs  []string // of the machine's headers
		Names []string // that the scan wants to know about
	}
	question struct {
		Kind       questionKind
		File, Name string
		Answer     answer // of kind done
	}
	reply struct {
		Text  []byte
		File  string
		Found bool
		Err   string
	}
	answer struct {
		Seen  map[Spot]Verdict
		Whole bool
		Err   string
	}
)

type questionKind int8

const (
	done questionKind = iota
	text              // of File
	has               // whether there is File
	find              // which file Name means in File
)

// asked is the tree of a scan as its parser process sees it.
type asked struct {
	in  *gob.Decoder
	out *gob.Encoder
}

// ask returns no reply where the scan has gone away; the process then ends.
func (a asked) ask(q question) (r reply) {
	if a.out.Encode(q) == nil {
		_ = a.in.Decode(&r)
	}
	return r
}

// reply answers a question about a tree.
func (q question) reply(tree Tree) (r reply) {
	switch q.Kind {
	case text:
		var err error
		if r.Text, err = tree.Text(q.File); err != nil {
			r.Text, r.Err = nil, err.Error()
		}
	case has:
		r.Found = tree.Has(q.File)
	case find:
		r.File, r.Found = tree.Find(q.File, q.Name)
	}
	return r
}
