package dns

import (
	"math/rand/v2"
	"strings"

	"golang.org/x/net/dns/dnsmessage"
)

// ednsSize is the size of UDP messages that we say we take, with edns0.
const ednsSize = 1200

// question is one query and, when it came, its reply.
type question struct {
	id    uint16
	name  dnsmessage.Name
	qtype dnsmessage.Type
	wire  []byte
	reply *reply
	edns0 bool

	refused bool // the server that glibc asks failed or refused
}

// reply is a reply that belongs to its question.
type reply struct {
	rcode     dnsmessage.RCode
	truncated bool
	count     int // records that the header promises
	answers   []record
}

// record is what counts of a resource record. Its own type keeps those of
// dnsmessage out of interfaces, and so their tables out of the program's start.
type record struct {
	name    dnsmessage.Name
	qtype   dnsmessage.Type
	target  dnsmessage.Name // of a CNAME or PTR
	address []byte          // of an A or AAAA
}

// newQuestion makes a query; it fails when name can't be one of DNS.
func newQuestion(name string, qtype dnsmessage.Type, edns0 bool) (*question, error) {
	n, err := dnsmessage.NewName(name + ".")
	if err != nil {
		return nil, err
	}
	q := &question{id: uint16(rand.Uint32()), name: n, qtype: qtype, edns0: edns0}
	return q, q.pack()
}

func (q *question) pack() error {
	b := dnsmessage.NewBuilder(nil, dnsmessage.Header{ID: q.id, RecursionDesired: true})
	err := b.StartQuestions()
	if err == nil {
		err = b.Question(dnsmessage.Question{Name: q.name, Type: q.qtype, Class: dnsmessage.ClassINET})
	}
	if q.edns0 && err == nil {
		var h dnsmessage.ResourceHeader
		if err = h.SetEDNS0(ednsSize, dnsmessage.RCodeSuccess, false); err == nil {
			if err = b.StartAdditionals(); err == nil {
				err = b.OPTResource(h, dnsmessage.OPTResource{})
			}
		}
	}
	if err != nil {
		return err
	}
	q.wire, err = b.Finish()
	return err
}

// parse reads a message; nil when it is no reply to the question. Records that
// can't be read end the list of answers.
func (q *question) parse(message []byte) *reply {
	var p dnsmessage.Parser
	h, err := p.Start(message)
	if err != nil || h.ID != q.id || !h.Response {
		return nil
	}
	asked, err := p.Question()
	if err != nil || asked.Type != q.qtype || asked.Class != dnsmessage.ClassINET || !sameName(asked.Name, q.name) {
		return nil
	}
	r := &reply{rcode: h.RCode, truncated: h.Truncated, count: int(message[6])<<8 | int(message[7])}
	if p.SkipAllQuestions() != nil {
		return r
	}
	for {
		header, err := p.AnswerHeader()
		if err != nil {
			return r
		}
		if header.Class != dnsmessage.ClassINET || !known(header.Type) {
			if p.SkipAnswer() != nil {
				return r
			}
			continue
		}
		answer, err := body(&p, header)
		if err != nil {
			return r
		}
		r.answers = append(r.answers, answer)
	}
}

// known tells whether a type is one of those that are asked for, or a CNAME.
func known(t dnsmessage.Type) bool {
	switch t {
	case dnsmessage.TypeA, dnsmessage.TypeAAAA, dnsmessage.TypePTR, dnsmessage.TypeCNAME:
		return true
	}
	return false
}

// body reads the record whose header was read.
func body(p *dnsmessage.Parser, header dnsmessage.ResourceHeader) (record, error) {
	r := record{name: header.Name, qtype: header.Type}
	switch header.Type {
	case dnsmessage.TypeA:
		a, err := p.AResource()
		r.address = a.A[:]
		return r, err
	case dnsmessage.TypeAAAA:
		a, err := p.AAAAResource()
		r.address = a.AAAA[:]
		return r, err
	case dnsmessage.TypePTR:
		ptr, err := p.PTRResource()
		r.target = ptr.PTR
		return r, err
	}
	cname, err := p.CNAMEResource()
	r.target = cname.CNAME
	return r, err
}

func sameName(a, b dnsmessage.Name) bool { return equalFold(a.String(), b.String()) }

// equalFold folds the case of ASCII letters only, as DNS does.
func equalFold(a, b string) bool {
	return len(a) == len(b) && strings.EqualFold(a, b) && ascii(a) == ascii(b)
}

func ascii(s string) bool {
	for _, c := range []byte(s) {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
