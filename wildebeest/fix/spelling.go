package fix

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// spellings are names for which a portable one stands.
var spellings = map[string]string{
	"__CONST_SOCKADDR_ARG": "const struct sockaddr *",
	"__SOCKADDR_ARG":       "struct sockaddr *",
	"__rlimit_resource_t":  "int",
	"__priority_which_t":   "int",
	"__rusage_who_t":       "int",
	"__itimer_which_t":     "int",
}

// spelling writes the portable form of a name, where there is one.
func spelling(src []byte, f *report.Finding, at int) (edit, bool) {
	name := f.Name[strings.LastIndexByte(f.Name, ' ')+1:]
	switch {
	case f.Rule == "sockaddr-union":
		return cast(src, f.Name, at)
	case !bytes.HasPrefix(src[at:], []byte(name)):
		return edit{}, false
	case f.Rule == report.RuleLFS64 && strings.HasPrefix(f.Remedy.Text, "the name without 64") && strings.Contains(name, "64"):
		return edit{at, at + len(name), strings.Replace(name, "64", "", 1)}, true
	case spellings[name] != "":
		return edit{at, at + len(name), spellings[name]}, true
	}
	return edit{}, false
}

// address is the argument of a socket call that is an address, from 0.
var address = map[string]int{"bind": 1, "connect": 1, "accept": 1, "accept4": 1, "getsockname": 1, "getpeername": 1, "sendto": 4, "recvfrom": 4}

// simple is an argument that a cast stands before without parentheses.
var simple = regexp.MustCompile(`^&?\w+(?:(?:->|\.)\w+|\[\w+\])*$`)

// maxTokens bounds the tokens of a call.
const maxTokens = 2000

// cast puts a cast to struct sockaddr * before the address.
func cast(src []byte, name string, at int) (edit, bool) {
	which, ok := address[name]
	if !ok || !bytes.HasPrefix(src[at:], []byte(name)) {
		return edit{}, false
	}
	l := lex.New(src[at+len(name):], false)
	base := at + len(name)
	depth, arg, begin := 0, 0, -1
	for range maxTokens {
		t := l.Next()
		if t.Kind == lex.EOF {
			break
		}
		b := byte(0)
		if t.Kind == lex.Punct {
			b = t.Byte
		}
		if begin < 0 && depth == 1 && arg == which && b != ',' {
			begin = base + t.Start
		}
		switch {
		case b == '(' || b == '[' || b == '{':
			depth++
		case b == ')' || b == ']' || b == '}':
			depth--
		case b == ',' && depth == 1:
			arg++
		}
		if begin >= 0 && (depth == 0 || b == ',' && depth == 1) {
			return castOf(src, begin, base+t.Start)
		}
	}
	return edit{}, false
}

func castOf(src []byte, from, to int) (edit, bool) {
	text := string(bytes.TrimSpace(src[from:to]))
	to = from + len(text)
	if !simple.MatchString(text) {
		text = "(" + text + ")"
	}
	return edit{from, to, "(struct sockaddr *)" + text}, true
}
