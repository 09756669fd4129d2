package scan

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// configuration is what a configured build has decided: macros of config.h and
// of -D. It holds on both sides, and with it no HAVE_X is guessed.
type configuration struct {
	macros     map[string]value
	configured bool // there is a config.h: what it leaves out is not there
}

// defined is the value of a macro that has none in #if.
var defined = value{n: 1}

func newConfiguration(defines []string) *configuration {
	c := &configuration{macros: map[string]value{}}
	for _, d := range defines {
		name, text, found := strings.Cut(d, "=")
		if !found {
			text = "1"
		}
		name, _, _ = strings.Cut(name, "(")
		c.set(name, text)
	}
	return c
}

func (c *configuration) set(name, text string) {
	n, err := strconv.ParseInt(strings.TrimRight(strings.TrimSpace(text), "uUlL"), 0, 64)
	if err != nil {
		c.macros[name] = defined
		return
	}
	c.macros[name] = number(n)
}

// features returns what the configuration asks the C library for.
func (c *configuration) features() features {
	var a features
	for name, v := range c.macros {
		if isFeature([]byte(name)) {
			a.macro(name, strconv.FormatInt(v.n, 10))
		}
	}
	return a
}

// header reads the #define lines of a config.h, after which a HAVE_X that is
// not among them is undefined.
func (c *configuration) header(src []byte) {
	c.configured = true
	l := lex.New(src, false)
	for t := l.Next(); t.Kind != lex.EOF; t = l.Next() {
		if t.Kind != lex.Hash {
			continue
		}
		word := l.Next()
		if string(src[word.Start:word.End]) != "define" {
			continue
		}
		name := l.Next()
		if name.Kind != lex.Ident {
			continue
		}
		text, _, _ := strings.Cut(string(l.Rest()), "/*")
		c.set(string(src[name.Start:name.End]), text)
	}
}

// lookup returns what the configuration says about a macro, if anything.
func (c *configuration) lookup(name string) (tri, value, bool) {
	if v, ok := c.macros[name]; ok {
		return yes, v, true
	}
	if c.configured && strings.HasPrefix(name, "HAVE_") {
		return no, number(0), true
	}
	return maybe, unknown, false
}
