// Package autoconf follows a configuration that is written for Autoconf: it expands
// the macros that check and decide to shell commands, and executes those with the
// answers that one C library gives; what it can't know is unknown. The manual of
// Autoconf states what the macros do.
package autoconf

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/configure/probe"
)

// origin is where text stands in the tree.
type origin struct {
	file string
	at   int // in bytes; of text from the body of a macro, where the macro is called
	from bool
	// The text is an argument with its quotes: what they hold is expanded.
	argument bool
}

// shift is the origin of what stands n bytes further on.
func (o origin) shift(n int) origin {
	if !o.from {
		o.at += n
	}
	return o
}

// script is a configuration as shell commands.
type script struct {
	log    *probe.Log
	macros map[string]macro
	checks []check  // by the argument of the command checkCommand
	places []origin // of errors
	size   int
}

// macro is a definition of the tree's own.
type macro struct{ body string }

// The commands that stand for what is no shell.
const (
	checkCommand     = "_wildebeest_check"     // its argument is a place in checks
	stopCommand      = "_wildebeest_stop"      // its argument is a place in places
	defineCommand    = "_wildebeest_define"    // its argument is a macro's name
	conditionCommand = "_wildebeest_condition" // its arguments are the name and 1 or 0
)

// maxExpanded bounds the text of a whole script.
const maxExpanded = 4 << 20

// name is a word that may be a macro.
var name = regexp.MustCompile(`[A-Za-z_][A-Za-z_0-9]*`)

// expand gives the shell commands of a text of m4.
func (s *script) expand(text string, from origin, depth int) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '#' && (i == 0 || strings.IndexByte(" \t\n;", text[i-1]) >= 0):
			end := lineEnd(text, i)
			i = end
		case c == '[':
			inner, end := quoted(text, i)
			if from.argument {
				at := from.shift(i + 1)
				at.argument = false
				inner = s.expand(inner, at, depth+1)
			}
			b.WriteString(inner)
			i = end
		case c == ']':
			i++
		case isLetter(c) && (i == 0 || !isWord(text[i-1]) && text[i-1] != '$'):
			word := name.FindString(text[i:min(len(text), i+200)])
			if word == "dnl" {
				i = min(lineEnd(text, i)+1, len(text))
				continue
			}
			i += s.word(&b, text, i, word, from, depth)
		default:
			b.WriteByte(c)
			i++
		}
		if s.size+b.Len() > maxExpanded || depth > 2*probe.MaxDepth {
			break
		}
	}
	if depth == 0 {
		s.size += b.Len()
	}
	return b.String()
}

// word expands a word, a macro or not, and returns the bytes that it takes.
func (s *script) word(b *strings.Builder, text string, at int, word string, from origin, depth int) int {
	own, defined := s.macros[word]
	do, known := macros[word]
	if !defined && !known && !isMacro(word) || depth > probe.MaxDepth {
		b.WriteString(word)
		return len(word)
	}
	c := call{name: word, at: from.shift(at), depth: depth}
	n := len(word)
	if rest := text[at+n:]; strings.HasPrefix(rest, "(") {
		var end int
		c.args, c.offsets, end = arguments(rest[1:])
		for i := range c.offsets {
			c.offsets[i] += n + 1
		}
		n += 1 + end
	}
	switch args := c.args; {
	case known:
		b.WriteString(do(s, &c))
	case defined && s.log.Step():
		here := c.at
		here.from = true
		b.WriteString(s.expand(substitute(own.body, args), here, depth+1))
	case strings.HasPrefix(word, "AC_DEFUN") || word == "AU_DEFUN" || word == "m4_define":
		if len(args) > 1 {
			s.macros[bare(args[0])] = macro{bare(args[1])}
		}
	default:
		b.WriteString(":")
	}
	return n
}

// isMacro reports whether a word has the form of a macro's name.
func isMacro(word string) bool {
	for _, prefix := range []string{"AC_", "AS_", "AM_", "AX_", "AU_", "AH_", "PKG_", "LT_", "m4_", "gl_", "GTK_", "IT_", "AT_"} {
		if strings.HasPrefix(word, prefix) {
			return true
		}
	}
	return false
}

// substitute puts a call's arguments into a body.
func substitute(body string, args []string) string {
	if !strings.Contains(body, "$") {
		return body
	}
	return parameter.ReplaceAllStringFunc(body, func(p string) string {
		switch n := p[1]; {
		case n == '#':
			return strconv.Itoa(len(args))
		case n == '@' || n == '*':
			return strings.Join(args, ",")
		case n == '0':
			return p
		default:
			if i := int(n - '1'); i < len(args) {
				return bare(args[i])
			}
			return ""
		}
	})
}

var parameter = regexp.MustCompile(`\$[0-9#@*]`)

func isLetter(b byte) bool { return b == '_' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }
func isWord(b byte) bool   { return isLetter(b) || b >= '0' && b <= '9' }

// lineEnd is the place of the newline that ends the line.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// quoted is what stands between the brackets that begin at a place, and where they end.
func quoted(text string, at int) (string, int) {
	depth := 0
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return text[at+1 : i], i + 1
			}
		}
	}
	return text[at+1:], len(text)
}

// bare is an argument without the white space before it and one layer of quotes.
func bare(arg string) string {
	text, _ := bareAt(arg)
	return text
}

// bareAt also says how many bytes were cut off before it.
func bareAt(arg string) (string, int) {
	text := strings.TrimLeft(arg, " \t\r\n")
	cut := len(arg) - len(text)
	if strings.HasPrefix(text, "[") {
		if inner, end := quoted(text, 0); strings.TrimSpace(text[end:]) == "" {
			return inner, cut + 1
		}
	}
	return text, cut
}

// arguments splits what stands in a call at its commas, up to the parenthesis that
// ends it, and returns where each begins and the bytes that all of it takes.
func arguments(text string) (args []string, offsets []int, end int) {
	depth, quotes, start := 1, 0, 0
	cut := func(i int) {
		args, offsets = append(args, text[start:i]), append(offsets, start)
		start = i + 1
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '[':
			quotes++
		case c == ']':
			quotes = max(quotes-1, 0)
		case quotes > 0:
		case c == '#' && (i == 0 || text[i-1] == ' ' || text[i-1] == '\n'):
			i = max(i, lineEnd(text, i)-1)
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				cut(i)
				return args, offsets, i + 1
			}
		case c == ',' && depth == 1:
			cut(i)
		}
	}
	cut(len(text))
	return args, offsets, len(text)
}
