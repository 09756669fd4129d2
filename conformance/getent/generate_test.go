package getent

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// generator makes files that are valid, odd and hostile, from one seed.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 0x6e7))} }

func (g generator) pick(from ...string) string { return from[g.IntN(len(from))] }

var namePool = []string{"root", "a", "b", "bin", "user1", "user10", "x-y", "_sys", "Ab", "ab", "n1", "longlonglonglonglongname", "é", "7", "+", "-", "+a", "-b", "+@g", "a b", "", "h.example", "1a"}

func (g generator) name() string {
	if g.IntN(6) > 0 {
		return namePool[g.IntN(12)]
	}
	return g.pick(namePool...)
}

func (g generator) number() string {
	switch g.IntN(12) {
	case 0:
		return g.pick("", "-1", "+5", " 7", "7 ", "0x10", "010", "4294967295", "4294967296", "4294967301", "18446744073709551617", "99999999999999999999", "2147483648", "65535", "65536", "65537", "1a", "-", "1,2")
	case 1:
		return fmt.Sprint(g.IntN(70000))
	}
	return fmt.Sprint(g.IntN(20))
}

func (g generator) members() string {
	n := g.IntN(5)
	list := make([]string, n)
	for i := range list {
		list[i] = g.name()
		if g.IntN(12) == 0 {
			list[i] = g.pick(" ", "\t", "") + list[i] + g.pick(" ", "")
		}
	}
	return strings.Join(list, ",")
}

func (g generator) blank() string {
	if g.IntN(4) > 0 {
		return " "
	}
	return g.pick("\t", "  ", "\t\t", " \t")
}

// words joins 0 to 3 names.
func (g generator) words(name func() string) string {
	var b strings.Builder
	for range g.IntN(4) {
		b.WriteString(g.blank() + name())
	}
	return b.String()
}

// mutate makes a line odd or hostile.
func (g generator) mutate(line string) string {
	switch g.IntN(18) {
	case 0:
		at := g.IntN(len(line) + 1)
		return line[:at] + g.pick(":", "#", ",", " ", "\t", "\r", "\x00", "/", "\\", "(", ")", "+", "\xff", "::", "\v", "\\\n", ".", "%") + line[at:]
	case 1:
		if line != "" {
			at := g.IntN(len(line))
			return line[:at] + line[at+1:]
		}
	case 2:
		return g.pick(" ", "\t", "  ") + line
	case 3:
		return line + g.pick(" ", "\t", "\r", " #c", ":", "::")
	case 4:
		return g.pick("#", " #", "") + line
	case 5:
		return g.pick("", " ", "\t", "#")
	case 6:
		return line[:g.IntN(len(line)+1)]
	}
	return line
}

// file joins n mutated lines; now and then the last newline is missing.
func (g generator) file(n int, line func() string) string {
	var b strings.Builder
	for range n {
		b.WriteString(g.mutate(line()) + "\n")
	}
	text := b.String()
	// glibc 2.36 adds stray bytes to such a last line when blanks start it.
	if last := text[strings.LastIndexByte(text[:len(text)-1], '\n')+1:]; g.IntN(5) == 0 && !strings.ContainsAny(last[:1], " \t\v") {
		text = strings.TrimSuffix(text, "\n")
	}
	if g.IntN(15) == 0 {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	// musl reads on behind a NUL that starts a line.
	return strings.TrimLeft(strings.ReplaceAll(text, "\n\x00", "\n"), "\x00")
}

// keys returns names and numbers to look up: some of the file's own words.
func (g generator) keys(text string, pool func() string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\v\r\n:,()#\x00", r) })
	var keys []string
	for range 10 {
		if len(words) > 0 && g.IntN(3) > 0 {
			keys = append(keys, words[g.IntN(len(words))])
		} else {
			keys = append(keys, strings.ReplaceAll(pool(), "\x00", ""))
		}
	}
	return keys
}
