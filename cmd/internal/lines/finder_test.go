package lines

import (
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
)

// promised are finders and what they must not leave out.
func promised(name string, number uint32) map[string]struct {
	find Finder
	must func(line string) bool
} {
	return map[string]struct {
		find Finder
		must func(line string) bool
	}{
		"startsWith": {StartsWith(name), func(line string) bool { return strings.HasPrefix(line, name+":") }},
		"containing": {Containing(name), func(line string) bool { return strings.Contains(line, name) }},
		"thirdField": {ThirdField(number), func(line string) bool {
			f := strings.SplitN(line, ":", 4)
			if len(f) < 3 {
				return false
			}
			v, n := Strtoul([]byte(f[2]), 10)
			return n == len(f[2]) && n > 0 && uint32(v) == number
		}},
	}
}

// FuzzFinders holds each finder against the rule that it may only leave out
// lines that parsing would leave out.
func FuzzFinders(f *testing.F) {
	f.Add("a:x:1:1:::\n  a:x:2:2:::\nabcdefgh:x:3:3:::\n", "a", uint32(1))
	f.Add("a\nb:c\nd:x:12:\ne::+12:\n:::\n", "abcdefgh", uint32(12))
	f.Add("a:x:4294967301:1:::", "", uint32(5))
	f.Fuzz(func(t *testing.T, text, name string, number uint32) {
		if strings.ContainsAny(name, "\x00\n") {
			return
		}
		all := naive(text)
		for what, c := range promised(name, number) {
			found := collect(t, iotest.OneByteReader(strings.NewReader(text)), Reading{Find: c.find})
			next := 0
			for _, line := range all {
				if next < len(found) && found[next] == line {
					next++
				} else if c.must(line) {
					t.Fatalf("%s(%q, %d) left out %q; found %q", what, name, number, line, found)
				}
			}
			if next != len(found) {
				t.Fatalf("%s found what is no line: %q of %q", what, found, all)
			}
		}
	})
}

// BenchmarkFinders searches blocks that have nothing of interest, which is what
// a lookup does most of the time.
func BenchmarkFinders(b *testing.B) {
	var text strings.Builder
	for i := 0; text.Len() < blockSize-80; i++ {
		fmt.Fprintf(&text, "user%06d:x:%d:%d:User Number %06d,,,:/home/users/user%06d:/bin/bash\n", i, i+100000, i%1000, i, i)
	}
	block := []byte(text.String())
	for _, c := range []struct {
		name string
		find Finder
	}{
		{"startsWith", StartsWith("user999999")},
		{"thirdField", ThirdField(1000999)},
		{"thirdFieldShort", ThirdField(0)},
		{"containing", Containing("user999999")},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(block)))
			for b.Loop() {
				if _, end := c.find(block); end >= 0 {
					b.Fatal("found")
				}
			}
		})
	}
}
