package delta

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// The ids of what an upgrade of the C library does to a tree.
const (
	RuleOwn       = "own-definition" // the tree defines a name that the newer release declares
	RuleGone      = "gone"           // the newer release lacks a name, or a header no longer shows it
	RuleBehaviour = "new-behaviour"  // the newer release does otherwise what is used here
)

// rules are what to look for in a tree that is built with the newer release.
func (d *Delta) rules() []*rules.Rule {
	var list []*rules.Rule
	headers := map[string][]string{} // name → headers that show it newly
	for _, m := range d.Shown {
		for _, name := range m.Names {
			headers[name] = append(headers[name], m.Header)
		}
	}
	for _, n := range d.New {
		if word, ok := plainWord(n.Name, n.Kind); ok && n.Header != "" {
			list = append(list, d.own(word, n.Kind, append(headers[n.Name], n.Header)))
		}
	}
	for _, n := range d.Gone {
		if word, ok := plainWord(n.Name, n.Kind); ok {
			list = append(list, d.gone(word, []string{n.Header}, nil, fmt.Sprintf("%s has it in <%s>, %s has it not", d.From, n.Header, d.To)))
		}
	}
	for _, m := range d.Hidden {
		for _, name := range m.Names {
			if word, ok := plainWord(name, ""); ok {
				list = append(list, d.gone(word, []string{m.Header}, d.still[name], fmt.Sprintf("<%s> shows it with %s and no longer with %s: include <%s>", m.Header, d.From, d.To, d.plainest[name])))
			}
		}
	}
	for _, b := range d.Behaviours {
		list = append(list, d.behaviour(b))
	}
	return list
}

// plainWord returns the identifier to look for. Members and tags are left to the
// name database: their words mean other things too often.
func plainWord(name, kind string) (string, bool) {
	return name, kind != "symbol" && !strings.ContainsAny(name, " .")
}

// own finds definitions of the tree's own that the newer release's declaration does
// not go together with: a static function of the name, or a type.
func (d *Delta) own(word, kind string, headers []string) *rules.Rule {
	return &rules.Rule{
		ID: RuleOwn, Class: rules.Behaviour, Summary: "the newer C library declares a name that the tree defines itself",
		Words: []string{word}, Reach: headers, OwnCounts: true,
		Match: func(s rules.Site) bool {
			switch kind {
			case "function":
				return s.Depth == 0 && !s.Macro && s.Declared() && isStatic(s)
			case "type":
				return s.Depth == 0 && !s.Macro && s.Next(1)[0].Byte == ';' && s.Declared()
			}
			return false // a macro that is defined twice is a warning at most
		},
		Remedy: gnuism.Remedy{Kind: gnuism.Alternative, Text: fmt.Sprintf("%s declares it in <%s>: leave this definition out there, or give it another name", d.To, headers[len(headers)-1])},
	}
}

// isStatic reports whether the declaration of a site begins with static: the line's
// words before it.
func isStatic(s rules.Site) bool {
	start := s.Token.Start
	for start > 0 && s.Src[start-1] != ';' && s.Src[start-1] != '}' && s.Src[start-1] != '#' && s.Token.Start-start < 200 {
		start--
	}
	l := lex.New(s.Src[start:s.Token.Start], false)
	for t := l.Next(); t.Kind != lex.EOF; t = l.Next() {
		if t.Kind == lex.Ident && string(s.Src[start+t.Start:start+t.End]) == "static" {
			return true
		}
	}
	return false
}

func (d *Delta) gone(word string, reach, unless []string, text string) *rules.Rule {
	return &rules.Rule{
		ID: RuleGone, Class: rules.Removed, Summary: "the newer C library no longer has a name, or no longer there",
		Words: []string{word}, Reach: reach, Unless: unless,
		Match:  func(s rules.Site) bool { return !s.Member() && !s.Declared() },
		Remedy: gnuism.Remedy{Kind: gnuism.Alternative, Text: text},
	}
}

func (d *Delta) behaviour(b Behaviour) *rules.Rule {
	return &rules.Rule{
		ID: RuleBehaviour, Class: rules.Behaviour, Summary: "the newer C library does otherwise",
		Words:  b.Names,
		Match:  func(s rules.Site) bool { return !s.Member() && (s.Called() && !s.Declared() || !lowercase(s)) },
		Remedy: gnuism.Remedy{Kind: gnuism.None, Text: fmt.Sprintf("since %s: %s; before: %s (%s)", b.Release, b.After, b.Before, b.Source)},
	}
}

// lowercase reports whether the word has a lower-case letter: it is no constant.
func lowercase(s rules.Site) bool {
	word := s.Text(s.Token)
	return word != strings.ToUpper(word)
}
