// Package sockaddrunion: glibc's functions of sockets take pointers to any kind of
// address under _GNU_SOURCE; musl's take struct sockaddr.
package sockaddrunion

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "sockaddr-union",
	Class:   rules.Prototype,
	Summary: "an address of another type than struct sockaddr, which glibc's transparent union takes",
	Doc:     doc,
	Words:   []string{"accept", "accept4", "bind", "connect", "getpeername", "getsockname", "recvfrom", "sendto"},
	Match:   match,
	Reach:   []string{"sys/socket.h"},
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "cast the address to struct sockaddr *"},
}

// address is the place of the address among the arguments.
var address = map[string]int{"accept": 1, "accept4": 1, "bind": 1, "connect": 1, "getpeername": 1, "getsockname": 1, "recvfrom": 4, "sendto": 4}

// families are the structs that the union has, other than sockaddr itself, as glibc's
// sys/socket.h lists them.
const families = `sockaddr_(?:at|ax25|dl|eon|in|in6|inarp|ipx|iso|ns|un|x25)`

var (
	path     = regexp.MustCompile(`^(&)?\s*([A-Za-z_]\w*)((?:\s*(?:->|\.)\s*[A-Za-z_]\w*)*)$`)
	selector = regexp.MustCompile(`[A-Za-z_]\w*$`)
)

// match: the address is a variable, or a member of one, that is declared as a struct
// of a family.
func match(s rules.Site) bool {
	if s.Cpp || !s.Called() || s.Declared() {
		return false
	}
	args, _ := s.Arguments()
	at := address[s.Text(s.Token)]
	if len(args) <= at {
		return false
	}
	m := path.FindStringSubmatch(args[at])
	if m == nil {
		return false
	}
	if m[3] != "" {
		return declared(s, selector.FindString(m[3]), m[1] == "", true)
	}
	return declared(s, m[2], m[1] == "", false)
}

// nearby bounds the bytes before a call in which the declaration is looked for.
const nearby = 16 << 10

// declared reports whether the nearest declaration of a name before a call is of a
// struct of a family: a pointer, or an object.
func declared(s rules.Site, name string, pointer, member bool) bool {
	before := string(s.Src[max(0, s.Token.Start-nearby):s.Token.Start])
	if !strings.Contains(before, "sockaddr_") {
		return false
	}
	if !member {
		if i := strings.LastIndex(before, "\n}"); i >= 0 {
			outer, inner := before[:i], before[i:]
			if found, is := lastDeclaration(inner, name, pointer); found {
				return is
			}
			before = outer
		}
	}
	_, is := lastDeclaration(before, name, pointer)
	return is
}

// lastDeclaration finds the last declaration of a name as a struct, and says whether it
// is a pointer to one of a family, or one itself, as asked.
func lastDeclaration(text, name string, pointer bool) (found, is bool) {
	src := []byte(text)
	l := lex.New(src, false)
	var tag string // of the struct that is being declared with
	var prev lex.Token
	stars, value, nested := 0, false, 0
	for t := l.Next(); t.Kind != lex.EOF; prev, t = t, l.Next() {
		word := text[t.Start:t.End]
		switch {
		case value && t.Kind == lex.Punct && (t.Byte == '{' || t.Byte == '('):
			nested++ // of an initial value
		case nested > 0:
			if t.Kind == lex.Punct && (t.Byte == '}' || t.Byte == ')') {
				nested--
			}
		case t.Kind == lex.Ident && isStruct(text[prev.Start:prev.End]):
			tag, stars, value = word, 0, false
		case t.Kind == lex.Punct && t.Byte == '*':
			stars++
		case t.Kind == lex.Punct && t.Byte == ',':
			stars, value = 0, false
		case t.Kind == lex.Punct && t.Byte == '=':
			value = true
		case t.Kind == lex.Punct && strings.IndexByte(";{}()", t.Byte) >= 0:
			tag = ""
		case t.Kind == lex.Ident && word == name && tag != "" && !value && declares(text, prev, tag, l):
			found, is = true, family.MatchString(tag) && (stars == 1) == pointer
		}
	}
	return found, is
}

func isStruct(word string) bool { return word == "struct" || word == "union" }

// declares reports whether the word just read stands where a declared name does.
func declares(text string, prev lex.Token, tag string, l *lex.Lexer) bool {
	if before := text[prev.Start:prev.End]; before != tag && before != "*" && before != "," && before != "const" && before != "restrict" {
		return false
	}
	after := *l
	next := after.Next()
	return next.Kind == lex.Punct && strings.IndexByte(";,=)[", next.Byte) >= 0
}

var family = regexp.MustCompile(`^` + families + `$`)
