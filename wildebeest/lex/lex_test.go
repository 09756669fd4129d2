package lex

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"identifiers and numbers", "int x1 = 0x1e+3 + .5e-3;", "int x1 = 0x1e+3 + .5e-3 ;"},
		{"comments are space", "a/* b */c // d\ne", "a c e"},
		{"line comment goes on after a splice", "a // b \\\n c\nd", "a d"},
		{"string with escapes", `f("a\"b", 'c', L'\'')`, `f ( "a\"b" , 'c' , L'\'' )`},
		{"unterminated string ends with its line", "\"abc\ndef", "\"abc def"},
		{"unterminated comment ends with the file", "a /* b", "a"},
		{"string over a splice", "\"a\\\nb\" c", "\"a\\\nb\" c"},
		{"arrow", "a->b - > c", "a -> b - > c"},
		{"directive", "#  define A /* x */ 1 \\\n 2\nb", "#! define A 1 2 $ b"},
		{"hash within a line is no directive", "a # b", "a # b"},
		{"directive after a comment", "/* x */ # if 1\n", "#! if 1 $"},
		{"directive at the end of the file", "#if A", "#! if A $"},
		{"apostrophe in an error", "#error don't\nx", "#! error don 't $ x"},
		{"digit separator", "1'000'000 'a'", "1'000'000 'a'"},
		{"raw string in C++", `R"x(a)" "b)x" c`, `R"x(a)" "b)x" c`},
		{"carriage returns", "a\\\r\nb\r\n#if\r\n", "a b #! if $"},
	} {
		if diff := cmp.Diff(c.want, render(c.src)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func render(src string) string {
	var words []string
	l := New([]byte(src), true)
	for tok := l.Next(); tok.Kind != EOF; tok = l.Next() {
		switch tok.Kind {
		case Hash:
			words = append(words, "#!")
		case Newline:
			words = append(words, "$")
		default:
			words = append(words, src[tok.Start:tok.End])
		}
	}
	return strings.Join(words, " ")
}

func TestRest(t *testing.T) {
	l := New([]byte("#include <a/*b.h> \\\n x\ny"), false)
	l.Next()
	l.Next()
	if got, want := string(l.Rest()), " <a/*b.h> \\\n x"; got != want {
		t.Errorf("Rest: got %q, want %q", got, want)
	}
	if tok := l.Next(); tok.Kind != Newline {
		t.Errorf("after Rest: got kind %d, want Newline", tok.Kind)
	}
}

// FuzzLex checks what must hold for any bytes: the lexer ends, goes forward,
// leaves out nothing but space and comments, and pairs Hash with Newline.
func FuzzLex(f *testing.F) {
	for _, s := range []string{"#include <a.h>\nint main(){return 'a';}", "R\"x(", "/*", "\\\n", "\"\\", "1'", "#", "u8R\"(a)\""} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, src []byte, cpp bool) {
		l := New(src, cpp)
		last, open := 0, false
		for {
			tok := l.Next()
			if tok.Start < last || tok.End < tok.Start || tok.End > len(src) {
				t.Fatalf("token %+v after %d of %d", tok, last, len(src))
			}
			gap := bytes.Trim(src[last:tok.Start], " \t\v\f\r\n\\")
			if len(gap) > 0 && !bytes.HasPrefix(gap, []byte("/*")) && !bytes.HasPrefix(gap, []byte("//")) {
				t.Fatalf("left out %q", gap)
			}
			switch tok.Kind {
			case EOF:
				if open {
					t.Fatal("directive without an end")
				}
				return
			case Hash:
				open = true
			case Newline:
				open = false
			}
			last = tok.End
		}
	})
}

func BenchmarkLex(b *testing.B) {
	src := bytes.Repeat([]byte(`/* comment text that is as long as comments are */
static int open_file(const char *path, struct stat *st) {
        _cleanup_close_ int fd = -1;
        fd = open(path, O_RDONLY|O_CLOEXEC);
        if (fd < 0)
                return log_error_errno(errno, "Failed to open %s: %m", path);
        return fstat(fd, st) < 0 ? -errno : 0;
}
#ifdef HAVE_FOO
#  include <foo.h>
#endif
`), 2000)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		l := New(src, false)
		for l.Next().Kind != EOF {
		}
	}
}
