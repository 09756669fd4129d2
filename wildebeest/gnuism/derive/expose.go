package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/cparse"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// A tree is a set of public headers and where to look for what they include.
type tree struct {
	name    string
	headers []string // as in #include <…>, sorted
	system  []string
	modes   []gnuism.Mode // to ask it in, besides _GNU_SOURCE
	lenient bool          // a header that can't be parsed alone is left out
}

// machine is the one that the tables are derived for.
const machine = "x86_64"

// muslHeaders lists an installed include directory of musl.
func muslHeaders(dir string) (tree, error) {
	headers, err := listHeaders([]string{dir}, func(h string) bool { return !strings.HasPrefix(h, "bits/") })
	return tree{name: "musl", headers: headers, modes: gnuism.AllModes, system: []string{dir}}, err
}

// exposure says which public headers show which names.
type exposure struct {
	headers map[string]bool
	gnu     map[string]map[string]bool // name → headers, under _GNU_SOURCE or _LARGEFILE64_SOURCE
	modes   map[string]gnuism.Modes    // in which modes a name is visible
	kind    map[string]string
	inline  map[string]bool  // functions defined in a header: they need no symbol
	fn      map[string]bool  // macros that always have parameters
	size    map[string]int   // number of names each header shows
	values  map[string]value // of macros
}

// A value is what a macro stands for, in the first of the headers that show it.
type value struct{ header, text string }

func newExposure() *exposure {
	return &exposure{map[string]bool{}, map[string]map[string]bool{}, map[string]gnuism.Modes{}, map[string]string{}, map[string]bool{}, map[string]bool{}, map[string]int{}, map[string]value{}}
}

func (e *exposure) note(header string, marks []mark) {
	e.size[header] = max(e.size[header], len(marks))
	for _, m := range marks {
		if m.inline {
			e.inline[m.name] = true
		}
		if m.kind == "macro" {
			if had, ok := e.values[m.name]; !ok || header < had.header {
				e.values[m.name] = value{header, m.value}
			}
			if all, seen := e.fn[m.name]; !seen || all {
				e.fn[m.name] = m.fn
			}
		}
		if e.gnu[m.name] == nil {
			e.gnu[m.name] = map[string]bool{}
		}
		e.gnu[m.name][header] = true
		if old, ok := e.kind[m.name]; !ok || rank[m.kind] < rank[old] {
			e.kind[m.name] = m.kind
		}
	}
}

func (e *exposure) add(o *exposure) {
	for h := range o.headers {
		e.headers[h] = true
	}
	for name, headers := range o.gnu {
		for h := range headers {
			e.note(h, []mark{{name: name, kind: o.kind[name], inline: o.inline[name], fn: o.fn[name]}})
		}
	}
	for h, n := range o.size {
		e.size[h] = max(e.size[h], n)
	}
	for name, m := range o.modes {
		e.modes[name] |= m
	}
}

// rank orders kinds where a name has several: a macro that only aliases a
// function is a function.
var rank = map[string]int{"function": 0, "type": 1, "var": 2, "enumconst": 3, "macro": 4, "tag": 5, "member": 6}

// gnuSource makes both libraries show all that they have.
const gnuSource = "#define _GNU_SOURCE 1\n"

// expose parses every header of one tree alone, under _GNU_SOURCE and in every mode.
func expose(t tree) (*exposure, error) {
	e := newExposure()
	predefined, err := parse(t, "\n", gnuSource)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	var firstErr error
	queue := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for h := range queue {
				gnu, err := read(t, h, gnuSource)
				modes := map[string]gnuism.Modes{}
				for _, m := range gnu {
					modes[m.name] |= gnuism.ModeGNU
				}
				for _, mode := range t.modes {
					if mode.Bit == gnuism.ModeGNU {
						continue
					}
					shown, _ := read(t, h, mode.Defines) // a header may need _GNU_SOURCE: it shows nothing without
					for _, m := range shown {
						if mode.Bit == gnuism.ModeLargefile && modes[m.name]&gnuism.ModeGNU == 0 && isLargefile(m) {
							gnu = append(gnu, m)
						}
						if !m.named {
							modes[m.name] |= mode.Bit
						}
					}
				}
				mu.Lock()
				e.headers[h] = true
				if err != nil && !t.lenient && firstErr == nil {
					firstErr = err
				}
				e.note(h, gnu)
				for name, m := range modes {
					e.modes[name] |= m
				}
				mu.Unlock()
			}
		})
	}
	for _, h := range t.headers {
		queue <- h
	}
	close(queue)
	wg.Wait()
	for _, m := range predefined { // the compiler's, not the library's
		delete(e.gnu, m.name)
		delete(e.modes, m.name)
	}
	return e, firstErr
}

// isLargefile reports whether a name is one of the large file interface. What else
// shows without _GNU_SOURCE alone, such as other names of a struct's members, is left
// out.
func isLargefile(m mark) bool { return m.kind != "member" && strings.Contains(m.name, "64") }

// read lists the names that a header shows after some feature macros.
func read(t tree, header, defines string) ([]mark, error) {
	return parse(t, "#include <"+header+">\n", defines)
}

func parse(t tree, text, defines string) ([]mark, error) {
	ast, err := cparse.Parse(cparse.Unit{
		Name:    "/header.c",
		Text:    []byte(text),
		Defines: defines,
		System:  t.system,
		Header:  true,
	})
	if ast == nil {
		return nil, fmt.Errorf("parse %q of %s: %w", text, t.name, err)
	}
	return marks(ast), nil
}
