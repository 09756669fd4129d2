// Package printable shows text that comes from outside, as the names of files,
// lines of sources, the output of builds and what servers say, so that none of it
// acts on a terminal or hides what stands there.
//
// Letters, marks, digits, punctuation, symbols and spaces of any script stay as
// they are. All else is written as Go writes it in a string: \x1b, \u202e, \xff.
// That is control characters (C0, DEL and C1), marks of direction and of width
// zero, separators of lines and paragraphs, tags, and bytes that are no UTF-8.
package printable

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown tells whether a character is written as it is. The parts of plane 14 and
// the fillers are letters or marks to Unicode, and yet nothing is seen of them.
func shown(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r >= ' ' && r != 0x7f
	case r>>16 == 0xe, r == 0x034f, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0:
		return false
	}
	return unicode.IsGraphic(r)
}

// plain tells whether a text is written as it is, with the lines and tabs that it
// has where layout is set.
func plain(text string, layout bool) bool {
	for i, r := range text {
		if !keeps(r, layout) || (r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd")) {
			return false
		}
	}
	return true
}

func keeps(r rune, layout bool) bool { return shown(r) || layout && (r == '\n' || r == '\t') }

// escape appends a character that is not shown, or a byte that is no UTF-8, as Go
// writes it.
func escape(to []byte, r rune, bytes string) []byte {
	if r == utf8.RuneError {
		return appendByte(to, bytes[0])
	}
	quoted := strconv.QuoteRuneToASCII(r)
	return append(to, quoted[1:len(quoted)-1]...)
}

func appendByte(to []byte, b byte) []byte {
	const digits = "0123456789abcdef"
	return append(to, '\\', 'x', digits[b>>4], digits[b&15])
}

// Text is a text of several lines as it is shown: line ends and tabs stay.
func Text(text string) string { return show(text, true) }

// Line is a text as it is shown on one line.
func Line(text string) string { return show(text, false) }

func show(text string, layout bool) string {
	if plain(text, layout) {
		return text
	}
	return string(appendShown(nil, text, layout, escape))
}

// appendShown appends a text, with escape for what is not shown.
func appendShown(to []byte, text string, layout bool, escape func([]byte, rune, string) []byte) []byte {
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if keeps(r, layout) && (r != utf8.RuneError || size > 1) {
			to = append(to, text[:size]...)
		} else {
			to = escape(to, r, text[:size])
		}
		text = text[size:]
	}
	return to
}

// Name is the name of a file as it is shown: as it is, or in double quotes and
// with escapes as Go writes them where something in it is not shown, or could be
// taken for such a form. Two names are never shown alike.
func Name(name string) string {
	if plain(name, false) && !strings.Contains(name, `\`) && !strings.HasPrefix(name, `"`) {
		return name
	}
	var text []byte
	for part := range strings.SplitAfterSeq(name, `\`) {
		before, isLast := strings.CutSuffix(part, `\`)
		text = appendShown(text, strings.ReplaceAll(before, `"`, `\"`), false, escape)
		if isLast {
			text = append(text, `\\`...)
		}
	}
	return `"` + string(text) + `"`
}
