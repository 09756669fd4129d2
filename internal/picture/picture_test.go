package picture

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"  a b", []string{"  a b"}},
		{"one two three", []string{"one two ", "three"}},
		{"one \x1b[1mtwo three\x1b[0m four", []string{"one [bold:two ]", "[bold:three]", "four"}},
		{"a \x1b[1m\x1b[33mb\x1b[0m", []string{"a [bold yellow:b]"}},
		{"a word-that-is-longer b", []string{"a ", "word-that-is-longer ", "b"}},
		{"日本 日本語", []string{"日本 ", "日本語"}},
	} {
		var got []string
		for _, l := range runs(c.text).fold(8) {
			text := ""
			for _, r := range l {
				if r.look != "" {
					text += "[" + r.look + ":" + r.text + "]"
				} else {
					text += r.text
				}
			}
			got = append(got, text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q is folded to %q, want %q", c.text, got, c.want)
		}
	}
}

// TestWellFormed parses a picture, whose text is that of the terminal.
func TestWellFormed(t *testing.T) {
	const text = "\x1b[1m$ a <b> & \"c\"\x1b[0m\r\n  d\n\n"
	picture := string(SVG(`a & "b"`, text, 40))
	said := ""
	decoder := xml.NewDecoder(strings.NewReader(picture))
	for inText := false; ; {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, picture)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "text"
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				said += string(token) + "\n"
			}
		}
	}
	if want := "a & \"b\"\n$ a <b> & \"c\"\nd\n"; said != want {
		t.Errorf("the picture says %q, want %q", said, want)
	}
}
