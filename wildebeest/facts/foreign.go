package facts

import (
	"bytes"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// foreign marks includes of headers that musl lacks and that may be another
// project's: the file has names with the header's stem that no library knows.
func (r *pass) foreign() {
	found := make(map[string]bool) // by header: a file can include one many times
	for k := range r.f.Includes {
		inc := &r.f.Includes[k]
		stem, isHeader := strings.CutSuffix(inc.Name, ".h")
		if !inc.Angled || !isHeader || !r.GlibcOnly(inc.Name) {
			continue
		}
		known, looked := found[stem]
		if !looked {
			known = r.hasUnknown(strings.ToUpper(stem)+"_") || r.hasUnknown(stem+"_")
			found[stem] = known
		}
		inc.Foreign = known
	}
}

// maxLook bounds the names with a prefix that are looked at.
const maxLook = 1000

// hasUnknown reports whether the file has a call of a name with the prefix that
// no library has.
func (r *pass) hasUnknown(prefix string) bool {
	at := 0
	for range maxLook {
		i := bytes.Index(r.src[at:], []byte(prefix))
		if i < 0 {
			return false
		}
		start := at + i
		l := lex.New(r.src[start:min(len(r.src), start+maxName)], false)
		name := l.Next()
		at = start + max(name.End, len(prefix))
		if start > 0 && inWord(r.src[start-1]) {
			continue
		}
		if next := l.Next(); next.Kind != lex.Punct || next.Byte != '(' {
			continue
		}
		if _, known := r.Ident(r.src[start : start+name.End]); !known {
			return true
		}
	}
	return false
}

// inWord reports whether a byte may stand within an identifier.
func inWord(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z'
}

// maxName bounds the bytes of a name and of what follows it.
const maxName = 200
