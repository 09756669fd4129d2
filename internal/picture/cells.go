package picture

import (
	"regexp"
	"strings"

	"github.com/mattn/go-runewidth"
)

// A run is text of one look.
type run struct {
	text string
	look string // classes of the style sheet
}

// A line is what stands beside each other.
type line []run

// looks are the classes of the parameters of "select graphic rendition", ECMA-48
// 8.3.117, that the project's programs write.
var looks = map[string]string{
	"1": "bold", "2": "dim", "31": "red", "32": "green", "33": "yellow", "34": "blue", "35": "magenta", "36": "cyan",
}

var rendition = regexp.MustCompile(`\x1b\[([0-9;]*)m`)

// runs splits a line where its look changes.
func runs(text string) line {
	var all line
	look, at := "", 0
	add := func(part string) {
		if part != "" {
			all = append(all, run{part, look})
		}
	}
	for _, found := range rendition.FindAllStringSubmatchIndex(text, -1) {
		add(text[at:found[0]])
		at = found[1]
		for _, parameter := range strings.Split(text[found[2]:found[3]], ";") {
			if class, ok := looks[parameter]; ok {
				look = strings.TrimSpace(look + " " + class)
			} else {
				look = ""
			}
		}
	}
	add(text[at:])
	return all
}

// fold breaks a line at blanks so that none has more columns than given, as fold -s
// does. A word that is longer stays whole.
func (l line) fold(columns int) []line {
	all := []line{nil}
	used := 0
	for _, r := range l {
		for _, word := range words(r.text) {
			if used > 0 && used+runewidth.StringWidth(strings.TrimRight(word, " ")) > columns {
				all, used, word = append(all, nil), 0, strings.TrimLeft(word, " ")
			}
			last := &all[len(all)-1]
			if n := len(*last); n > 0 && (*last)[n-1].look == r.look {
				(*last)[n-1].text += word
			} else {
				*last = append(*last, run{word, r.look})
			}
			used += runewidth.StringWidth(word)
		}
	}
	return all
}

var word = regexp.MustCompile(` *[^ ]+ ?| +`)

// words are the words of a text, each with the blank behind it, and the first with
// those before it.
func words(text string) []string { return word.FindAllString(text, -1) }
