// Package nameserver is a name server for tests that does what a test wants: it
// answers, refuses, cuts, delays and drops, and keeps a record of what was asked.
package nameserver

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// Query is a question as it came in.
type Query struct {
	Server netip.Addr // the address that was asked
	Name   string     // in lower case, with the final dot
	Type   dnsmessage.Type
	TCP    bool
	Time   time.Time
}

// Record is a resource record: an address or a name, by its type.
type Record struct {
	Name string // with the final dot
	Type dnsmessage.Type
	Data string
}

// Reply is what becomes of a query. The zero Reply is an answer without records.
type Reply struct {
	RCode     dnsmessage.RCode
	Records   []Record
	Truncated bool          // has the TC flag, and no records
	Delay     time.Duration // before the reply
	Drop      bool          // no reply; a TCP connection is closed
	Raw       []byte        // the whole message in place of one made of the rest; the id is put in
}

// A Server answers questions by a function until it is closed.
type Server struct {
	answer  func(Query) Reply
	sockets []io.Closer

	mu      sync.Mutex
	queries []Query
}

// Listen starts a server at port 53 of the addresses, over UDP and TCP.
func Listen(answer func(Query) Reply, addresses ...netip.Addr) (*Server, error) {
	s := &Server{answer: answer}
	for _, address := range addresses {
		at := netip.AddrPortFrom(address, 53)
		udp, err := net.ListenUDP("udp", net.UDPAddrFromAddrPort(at))
		if err != nil {
			s.Close()
			return nil, err
		}
		s.sockets = append(s.sockets, udp)
		tcp, err := net.ListenTCP("tcp", net.TCPAddrFromAddrPort(at))
		if err != nil {
			s.Close()
			return nil, err
		}
		s.sockets = append(s.sockets, tcp)
		go s.serveUDP(udp, address)
		go s.serveTCP(tcp, address)
	}
	return s, nil
}

// Close ends the server.
func (s *Server) Close() {
	for _, socket := range s.sockets {
		socket.Close()
	}
}

// Queries returns what was asked about names that end so, the oldest first.
func (s *Server) Queries(suffix string) []Query {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(s.queries), func(q Query) bool { return !strings.HasSuffix(q.Name, suffix) })
}

func (s *Server) serveUDP(udp *net.UDPConn, address netip.Addr) {
	buf := make([]byte, 1<<16)
	for {
		n, from, err := udp.ReadFromUDPAddrPort(buf)
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			continue
		}
		message := slices.Clone(buf[:n])
		go func() {
			if reply := s.reply(message, address, false); reply != nil {
				_, _ = udp.WriteToUDPAddrPort(reply, from)
			}
		}()
	}
}

func (s *Server) serveTCP(tcp *net.TCPListener, address netip.Addr) {
	for {
		conn, err := tcp.Accept()
		if err != nil {
			return
		}
		go func() {
			defer conn.Close()
			for s.serveConnection(conn, address) {
			}
		}()
	}
}

// serveConnection answers one question of a connection and tells whether more may
// follow.
func (s *Server) serveConnection(conn net.Conn, address netip.Addr) bool {
	var size uint16
	if binary.Read(conn, binary.BigEndian, &size) != nil {
		return false
	}
	message := make([]byte, size)
	if _, err := io.ReadFull(conn, message); err != nil {
		return false
	}
	reply := s.reply(message, address, true)
	if reply == nil {
		return false
	}
	_, err := conn.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(reply))), reply...))
	return err == nil
}

// reply makes the reply to a message; nil: none.
func (s *Server) reply(message []byte, address netip.Addr, tcp bool) []byte {
	var p dnsmessage.Parser
	header, err := p.Start(message)
	if err != nil {
		return nil
	}
	question, err := p.Question()
	if err != nil {
		return nil
	}
	query := Query{address, strings.ToLower(question.Name.String()), question.Type, tcp, time.Now()}
	s.mu.Lock()
	s.queries = append(s.queries, query)
	s.mu.Unlock()
	r := s.answer(query)
	time.Sleep(r.Delay)
	switch {
	case r.Drop:
		return nil
	case r.Raw != nil:
		return append(message[:2:2], r.Raw[2:]...)
	}
	return r.pack(header, question)
}

// pack writes the reply.
func (r *Reply) pack(header dnsmessage.Header, question dnsmessage.Question) []byte {
	b := dnsmessage.NewBuilder(nil, dnsmessage.Header{
		ID: header.ID, Response: true, RecursionDesired: header.RecursionDesired, RecursionAvailable: true,
		RCode: r.RCode, Truncated: r.Truncated,
	})
	b.EnableCompression()
	err := errors.Join(b.StartQuestions(), b.Question(question), b.StartAnswers())
	if !r.Truncated {
		for _, record := range r.Records {
			err = errors.Join(err, record.add(&b))
		}
	}
	reply, end := b.Finish()
	if err = errors.Join(err, end); err != nil {
		panic(err) // the test's own records
	}
	return reply
}

func (r *Record) add(b *dnsmessage.Builder) error {
	name, err := dnsmessage.NewName(r.Name)
	if err != nil {
		return err
	}
	header := dnsmessage.ResourceHeader{Name: name, Class: dnsmessage.ClassINET, TTL: 60}
	switch r.Type {
	case dnsmessage.TypeA, dnsmessage.TypeAAAA:
		address, err := netip.ParseAddr(r.Data)
		if err != nil {
			return err
		}
		if address.Is4() {
			return b.AResource(header, dnsmessage.AResource{A: address.As4()})
		}
		return b.AAAAResource(header, dnsmessage.AAAAResource{AAAA: address.As16()})
	case dnsmessage.TypeTXT:
		return b.TXTResource(header, dnsmessage.TXTResource{TXT: []string{r.Data}})
	}
	target, err := dnsmessage.NewName(r.Data)
	if err != nil {
		return err
	}
	if r.Type == dnsmessage.TypePTR {
		return b.PTRResource(header, dnsmessage.PTRResource{PTR: target})
	}
	return b.CNAMEResource(header, dnsmessage.CNAMEResource{CNAME: target})
}
