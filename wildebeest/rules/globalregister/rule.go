// Package globalregister: a global variable in a register, gcc's alone.
package globalregister

import (
	_ "embed"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

//go:embed doc.md
var doc string

// Rule is the check of this directory.
var Rule = &rules.Rule{
	ID:      "global-register",
	Class:   rules.Language,
	Summary: "a global variable in a register, which only gcc accepts",
	Doc:     doc,
	Words:   []string{"register"},
	Match:   match,
	Remedy:  gnuism.Remedy{Kind: gnuism.Alternative, Text: "use a thread-local variable, or read the register by inline assembly"},
}

// match: register … name asm("…") at file scope. clang takes the stack pointer.
func match(s rules.Site) bool {
	if s.Depth > 0 || s.Macro {
		return false
	}
	l := s.After
	for range 20 {
		t := l.Next()
		switch {
		case t.Kind == lex.EOF || t.Byte == ';' || t.Byte == ')' || t.Byte == '{':
			return false
		case s.Word(t) == "asm" || s.Word(t) == "__asm__" || s.Word(t) == "__asm":
			if l.Next().Byte != '(' {
				return false
			}
			name := strings.Trim(s.Text(l.Next()), `"%`)
			return !stackPointer[name]
		}
	}
	return false
}

var stackPointer = map[string]bool{"rsp": true, "esp": true, "sp": true, "r1": true, "x2": true, "r15": true}
