package printable

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "",
		"plain, with\ttab\n":             "plain, with\ttab\n",
		"größer — 漢字 ✓ é":                "größer — 漢字 ✓ é",
		"\x1b]0;CANARY\a":                `\x1b]0;CANARY\a`,
		"\x1b]52;c;Q0FO\x1b\\":           `\x1b]52;c;Q0FO\x1b\`,
		"a\rb\bc\vd\fe\x00f\x7f":         `a\rb\bc\vd\fe\x00f\x7f`,
		"\u009b2J":                       `\u009b2J`,
		"\x9b2J\xff":                     `\x9b2J\xff`,
		"user\u202egnp.c":                `user\u202egnp.c`,
		"\u2066\u2069\u200e\u200f\u061c": `\u2066\u2069\u200e\u200f\u061c`,
		"a\u200bb\u200d\ufeff":           `a\u200bb\u200d\ufeff`,
		"a\u2028b\u2029":                 `a\u2028b\u2029`,
		"\U000e0041\U000e0100":           `\U000e0041\U000e0100`,
		"\ufffd":                         "\ufffd",
		"\xe2\x80":                       `\xe2\x80`,
	} {
		if got := Text(text); got != want {
			t.Errorf("%q is shown as %s, want %s", text, got, want)
		}
	}
	if got := Line("a\nb\tc"); got != `a\nb\tc` {
		t.Errorf("on one line: %s", got)
	}
}

func TestName(t *testing.T) {
	for name, want := range map[string]string{
		"src/a.c":         "src/a.c",
		"a b.c":           "a b.c",
		"a\nb":            `"a\nb"`,
		"a\x1bb":          `"a\x1bb"`,
		`a\x1bb`:          `"a\\x1bb"`,
		`"a"`:             `"\"a\""`,
		`say "a"`:         `say "a"`,
		"\xff\\\"":        `"\xff\\\""`,
		"trailing\\":      `"trailing\\"`,
		"ends \U000e0041": `"ends \U000e0041"`,
	} {
		if got := Name(name); got != want {
			t.Errorf("%q is shown as %s, want %s", name, got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for name, want := range map[string]string{
		"a.c": "a.c", "50%": "50%", "100%-x": "100%-x",
		"a\xff.c": "a%FF.c", "a%FF.c": "a%25FF.c", "%\xfe": "%25%FE", "ü\xc3": "ü%C3",
	} {
		if got := Percent(name); got != want {
			t.Errorf("%q becomes %s, want %s", name, got, want)
		}
	}
}

// harmless fails where something in a text acts on a terminal, or hides.
func harmless(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Errorf("%q is no UTF-8", text)
	}
	for _, r := range text {
		if unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Cs) || r>>16 == 0xe || unicode.IsControl(r) && r != '\n' && r != '\t' {
			t.Errorf("%q has %U", text, r)
		}
	}
}

// FuzzFilter writes a text in pieces, and wants the same as of the whole, and
// nothing in it that is not shown. As JSON the text stays the same value.
func FuzzFilter(f *testing.F) {
	f.Add("plain\n", 1, "b")
	f.Add("\x1b]52;c;Q0FO\a\u202e\x9b\U000e0041", 3, "\x9b")
	f.Add("größer\xe2\x80", 2, "%FF")
	f.Fuzz(func(t *testing.T, text string, size int, other string) {
		size = 1 + max(size, 0)%7
		var out bytes.Buffer
		w := NewWriter(&out)
		for rest := text; rest != ""; {
			n := min(size, len(rest))
			if wrote, err := w.Write([]byte(rest[:n])); wrote != n || err != nil {
				t.Fatal(wrote, err)
			}
			rest = rest[n:]
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if out.String() != Text(text) {
			t.Errorf("in pieces of %d: %q, whole: %q", size, out.String(), Text(text))
		}
		harmless(t, out.String())
		harmless(t, Name(text))
		if strings.ContainsAny(Name(text)+Line(text), "\n\t") {
			t.Errorf("%q is more than one line", text)
		}
		if shown := Name(text); shown != text {
			if back, err := strconv.Unquote(shown); err != nil || back != text {
				t.Errorf("%q is shown as %s, which is %q, %v", text, shown, back, err)
			}
		}
		if text != other && (Name(text) == Name(other) || Percent(text) == Percent(other)) {
			t.Errorf("%q and %q are shown alike", text, other)
		}
		if back := Unpercent(Percent(text)); back != text {
			t.Errorf("%q becomes %q, and that %q", text, Percent(text), back)
		}
		sameJSON(t, text)
	})
}

// sameJSON fails where the filter changes what a JSON text says.
func sameJSON(t *testing.T, text string) {
	t.Helper()
	var before, after string
	plain, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := JSON(&out).Write(plain); err != nil {
		t.Fatal(err)
	}
	harmless(t, out.String())
	if err := json.Unmarshal(plain, &before); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out.Bytes(), &after); err != nil || before != after {
		t.Errorf("JSON %s became %s, %v", plain, out.String(), err)
	}
}

func TestRaw(t *testing.T) {
	var out bytes.Buffer
	if Raw(NewWriter(&out)) != any(&out) || Raw(&out) != any(&out) {
		t.Error("the writer below is another")
	}
}
