package facts

import (
	"bytes"
	"regexp"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// ofSystem are names of macros that every system has: a definition where they are not
// there is for other systems.
var ofSystem = regexp.MustCompile(`^(?:SIG[A-Z0-9]+|S_I[A-Z]+|[AP]F_[A-Z0-9]+|IPPROTO_\w+|SOCK_\w+)$`)

// stopgap is the macro of which a condition says, among other things that have to hold,
// that it is not defined, and which the group defines: one that every system has, or nil.
func (r *pass) stopgap(text []byte) []byte {
	if bytes.Contains(text, []byte("||")) {
		return nil
	}
	for part := range bytes.SplitSeq(text, []byte("&&")) {
		if m := undefined.FindSubmatch(bytes.TrimSpace(part)); m != nil && ofSystem.Match(m[1]) && r.definesNext(m[1]) {
			return m[1]
		}
	}
	return nil
}

// undefined is a condition that a macro is not defined, and nothing else.
var undefined = regexp.MustCompile(`^!\s*defined\s*\(?\s*(\w+)\s*\)?$`)

// definesNext reports whether the group that begins here, with a directive, defines a
// macro. All looks ahead in a file together are as long as the file.
func (r *pass) definesNext(macro []byte) bool {
	if r.looked > len(r.src) {
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
			if name := next.Next(); bytes.Equal(r.src[name.Start:name.End], macro) {
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
