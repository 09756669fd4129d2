package preproc

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// Configuration is what a configured build has decided: macros of config.h and
// of -D. It holds on both sides, and with it no HAVE_X is guessed.
type Configuration struct {
	macros     map[string]Value
	configured bool // there is a config.h: what it leaves out is not there
}

// defined is the value of a macro that has none in #if.
var defined = Value{n: 1}

// NewConfiguration returns the configuration of a command line that defines
// macros, as NAME or NAME=VALUE.
func NewConfiguration(defines []string) *Configuration {
	c := &Configuration{macros: map[string]Value{}}
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

func (c *Configuration) set(name, text string) {
	n, err := strconv.ParseInt(strings.TrimRight(strings.TrimSpace(text), "uUlL"), 0, 64)
	if err != nil {
		c.macros[name] = defined
		return
	}
	c.macros[name] = number(n)
}

// Features returns what the configuration asks the C library for.
func (c *Configuration) Features() Features {
	var a Features
	for name, v := range c.macros {
		if IsFeature([]byte(name)) {
			a.Macro(name, strconv.FormatInt(v.n, 10))
		}
	}
	return a
}

// Header reads the #define lines of a config.h, after which a HAVE_X that is
// not among them is undefined.
func (c *Configuration) Header(src []byte) {
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
func (c *Configuration) lookup(name string) (Tri, Value, bool) {
	if v, ok := c.macros[name]; ok {
		return Yes, v, true
	}
	if c.configured && strings.HasPrefix(name, "HAVE_") {
		return No, number(0), true
	}
	return Maybe, Unknown, false
}
