package threadstack

import (
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// much are the bytes of one frame from which on 128 KiB of stack may not do.
const much = 48 << 10

// around bounds the bytes on each side of a call that are looked at.
const around = 192 << 10

// sizes of elements, in bytes, on a 64-bit machine; of another type it is taken to be
// that of a pointer.
var sizes = map[string]int{"char": 1, "int8_t": 1, "uint8_t": 1, "bool": 1, "_Bool": 1, "u8": 1, "byte": 1, "uchar": 1,
	"short": 2, "int16_t": 2, "uint16_t": 2, "int": 4, "float": 4, "int32_t": 4, "uint32_t": 4, "wchar_t": 4, "unsigned": 4, "u32": 4}

// constants that sources take for sizes.
var constants = map[string]int{"PATH_MAX": 4096, "MAXPATHLEN": 4096, "BUFSIZ": 1024, "LINE_MAX": 2048, "NAME_MAX": 255, "HOST_NAME_MAX": 255}

// heavy reports whether a function of the file, as far as it is looked at, needs much
// stack: large arrays, alloca, arrays of variable length, or calls of itself.
func heavy(s rules.Site) bool {
	src := s.Src[max(0, s.Token.Start-around):min(len(s.Src), s.Token.Start+around)]
	f := frames{src: src, lex: lex.New(src, s.Cpp), known: map[string]int{}}
	return f.any()
}

// frames goes through functions.
type frames struct {
	src   []byte
	lex   *lex.Lexer
	known map[string]int // constants that the file defines
	depth int
	name  string // of the function
	size  int    // of its arrays so far
}

func (f *frames) text(t lex.Token) string { return string(f.src[t.Start:t.End]) }

// any reports whether one of the functions is heavy.
func (f *frames) any() bool {
	var statement []lex.Token // since the last ; { or }
	for t := f.lex.Next(); t.Kind != lex.EOF; t = f.lex.Next() {
		switch {
		case t.Kind == lex.Hash:
			f.directive()
			continue
		case t.Kind == lex.Punct && t.Byte == '{':
			if f.depth == 0 {
				f.name, f.size = function(f, statement), 0
			}
			f.depth++
			statement = statement[:0]
			continue
		case t.Kind == lex.Punct && t.Byte == '}':
			f.depth = max(f.depth-1, 0)
			statement = statement[:0]
			continue
		case t.Kind == lex.Punct && t.Byte == ';':
			if f.depth > 0 && f.name != "" && f.statement(statement) {
				return true
			}
			statement = statement[:0]
			continue
		}
		if len(statement) < maxStatement {
			statement = append(statement, t)
		}
	}
	return false
}

// maxStatement bounds the tokens of a statement.
const maxStatement = 400

// function is the name of the function whose body begins, "" where none does.
func function(f *frames, head []lex.Token) string {
	for i := 1; i < len(head); i++ {
		if head[i].Kind == lex.Punct && head[i].Byte == '(' && head[i-1].Kind == lex.Ident {
			return f.text(head[i-1])
		}
		if head[i].Kind == lex.Punct && head[i].Byte == '=' {
			return ""
		}
	}
	return ""
}

// directive notes a constant.
func (f *frames) directive() {
	if t := f.lex.Next(); t.Kind != lex.Ident || f.text(t) != "define" {
		f.lex.Rest()
		return
	}
	name := f.lex.Next()
	value := strings.Fields(string(f.lex.Rest()))
	if name.Kind == lex.Ident && len(value) > 0 {
		if n, ok := product(strings.Join(value, "")); ok {
			f.known[f.text(name)] = n
		}
	}
}

// product is the value of a number, of numbers that are multiplied, or of one that is
// shifted.
func product(text string) (int, bool) {
	factors, shift, shifted := strings.Cut(strings.Trim(text, "()"), "<<")
	n := 1
	for factor := range strings.SplitSeq(factors, "*") {
		v, err := strconv.ParseInt(strings.Trim(factor, "()uUlL"), 0, 32)
		if err != nil {
			return 0, false
		}
		n = min(n*int(v), 1<<30)
	}
	if shifted {
		by, err := strconv.ParseUint(strings.Trim(shift, "()uUlL"), 0, 5)
		if err != nil {
			return 0, false
		}
		n = min(n<<min(by, 20), 1<<30)
	}
	return n, true
}

// statement reports whether a statement makes the function heavy.
func (f *frames) statement(tokens []lex.Token) bool {
	for i, t := range tokens {
		if t.Kind != lex.Ident || i+1 >= len(tokens) || tokens[i+1].Byte != '(' {
			continue
		}
		switch f.text(t) {
		case "alloca", "strdupa", "strndupa", "__builtin_alloca", f.name:
			return i == 0 || tokens[i-1].Kind != lex.Arrow && tokens[i-1].Byte != '.'
		}
	}
	if len(tokens) < 3 || tokens[0].Kind != lex.Ident || tokens[1].Kind != lex.Ident && tokens[1].Byte != '*' {
		return false
	}
	element := 8
	for i, t := range tokens {
		word := ""
		if t.Kind == lex.Ident {
			word = f.text(t)
		}
		switch {
		case word == "static" || word == "extern" || word == "return" || word == "thread_local" || word == "typedef" || t.Byte == '=' && i < 2:
			return false
		case t.Kind == lex.Punct && t.Byte == '[':
			if i > 0 && tokens[i-1].Kind == lex.Ident {
				n, known := f.count(tokens[i+1:])
				if !known || f.add(n*element) {
					return true
				}
			}
		case t.Kind == lex.Punct && t.Byte == '=', t.Kind == lex.Punct && t.Byte == '(':
			return false
		case t.Kind == lex.Punct && t.Byte == '*':
			element = 8
		case sizes[word] > 0:
			element = sizes[word]
		}
	}
	return false
}

func (f *frames) add(n int) bool {
	f.size += n
	return f.size >= much
}

// count is the number of elements in brackets. A variable's is not known; a constant
// that is not seen is taken to be small.
func (f *frames) count(tokens []lex.Token) (n int, known bool) {
	n, operator := 1, byte('*')
	for _, t := range tokens {
		value := 0
		switch {
		case t.Kind == lex.Punct && t.Byte == ']':
			return n, true
		case t.Kind == lex.Punct:
			operator = t.Byte
			continue
		case t.Kind == lex.Number:
			v, err := strconv.ParseInt(strings.TrimRight(f.text(t), "uUlL"), 0, 32)
			if err != nil {
				return 1, true
			}
			value = int(v)
		default:
			word := f.text(t)
			var ok bool
			if value, ok = f.known[word]; !ok {
				if value, ok = constants[word]; !ok {
					if word != strings.ToUpper(word) && word != "sizeof" && !strings.HasPrefix(word, "k") {
						return 0, len(tokens) > 1 && tokens[1].Byte != ']' && tokens[1].Byte != '+' && tokens[1].Byte != '*'
					}
					return 1, true
				}
			}
		}
		switch operator {
		case '+':
			n += value
		case '-':
			n -= value
		case '/':
			n /= max(value, 1)
		case '<':
			n <<= min(value, 20)
		default:
			n *= value
		}
		n = min(max(n, 0), 1<<30)
	}
	return n, true
}
