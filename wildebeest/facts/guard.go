package facts

import (
	"bytes"
	"regexp"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// ofSystem are names of macros that every system has: a definition where they are not
// there is for other systems.
var ofSystem = regexp.MustCompile(`^(?:SIG[A-Z0-9]+|S_I[A-Z]+|[AP]F_[A-Z0-9]+|IPPROTO_\w+|SOCK_\w+)$`)

// undefined is a condition that a macro is not defined, and nothing else.
var undefined = regexp.MustCompile(`^!\s*defined\s*\(?\s*(\w+)\s*\)?$`)

// definesNext reports whether a condition is that a macro is not defined, and the group,
// which begins with a directive, defines it: the guard of a header, or a default. Behind
// that the macro is defined, and what is in the group was compiled once. All looks ahead
// in a file together are as long as the file.
func (r *pass) definesNext(text []byte) bool {
	m := undefined.FindSubmatch(text)
	if m == nil || r.looked > len(r.src) {
		return false
	}
	next := r.lex.Within(guardAhead)
	begin := r.lex.Offset()
	defer func() { r.looked += next.Offset() - begin }()
	directive, nested := false, 0
	for t := next.Next(); t.Kind != lex.EOF; t = next.Next() {
		if t.Kind != lex.Hash {
			if !directive && t.Kind != lex.Newline {
				return false
			}
			continue
		}
		directive = true
		switch word := next.Next(); r.text(word) {
		case "define":
			if name := next.Next(); bytes.Equal(r.src[name.Start:name.End], m[1]) {
				return true
			}
		case "if", "ifdef", "ifndef":
			nested++
		case "else", "elif":
			if nested == 0 {
				return false
			}
		case "endif":
			if nested--; nested < 0 {
				return false
			}
		}
	}
	return false
}

// guardAhead is how far a definition may lie behind the condition that there is none, in
// bytes.
const guardAhead = 4 << 10
