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
	// refused counts the servers of this round that failed.
	refused int
}

// reply is a reply that belongs to its question.
type reply struct {
	rcode     dnsmessage.RCode
	truncated bool
	answers   []dnsmessage.Resource
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
	r := &reply{rcode: h.RCode, truncated: h.Truncated}
	if p.SkipAllQuestions() != nil {
		return r
	}
	for {
		header, err := p.AnswerHeader()
		if err != nil {
			return r
		}
		if header.Class != dnsmessage.ClassINET || header.Type != q.qtype && header.Type != dnsmessage.TypeCNAME {
			if p.SkipAnswer() != nil {
				return r
			}
			continue
		}
		answer, err := p.Answer()
		if err != nil {
			return r
		}
		r.answers = append(r.answers, answer)
	}
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
