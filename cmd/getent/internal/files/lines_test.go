package files

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// naive is what scan promises: the lines, cut at NULs.
func naive(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	var list []string
	for _, line := range lines {
		if line == "" {
			continue
		}
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "\n"), "\x00")
		list = append(list, line)
	}
	return list
}

func collect(t *testing.T, file io.Reader, r reading) []string {
	t.Helper()
	var list []string
	if err := newLines(file).scan(&r, func(line []byte) bool {
		list = append(list, string(line))
		return true
	}); err != nil {
		t.Fatal(err)
	}
	return list
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d lines, want %d: %q, want %q", what, len(got), len(want), got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("%s: line %d is %q, want %q", what, i, got[i], want[i])
		}
	}
}

func TestLinesAcrossBlocks(t *testing.T) {
	long := strings.Repeat("x", 3*blockSize)
	for _, text := range []string{"", "a", "a\n", "\n\n", "a\nb", long, long + "\n" + long + "\nend\n", strings.Repeat("line\n", blockSize), "a\x00b\nc\n"} {
		equal(t, "whole", collect(t, strings.NewReader(text), reading{}), naive(text))
		a := newAhead(iotest.HalfReader(strings.NewReader(text)))
		equal(t, "ahead", collect(t, a, reading{}), naive(text))
		a.Close()
		equal(t, "halves", collect(t, iotest.HalfReader(strings.NewReader(text)), reading{}), naive(text))
	}
}

// TestAheadStops closes what still has much to read.
func TestAheadStops(t *testing.T) {
	a := newAhead(strings.NewReader(strings.Repeat("line\n", 1<<20)))
	defer a.Close()
	if err := newLines(a).scan(&reading{}, func([]byte) bool { return false }); err != nil {
		t.Fatal(err)
	}
}

func TestOverlongLineIsLeftOut(t *testing.T) {
	for _, n := range []int{maxLine, maxLine + 1, 3*maxLine + 7} {
		text := "first\n" + strings.Repeat("x", n) + "\nlast\n"
		var list []string
		err := newLines(strings.NewReader(text)).scan(&reading{}, func(line []byte) bool {
			list = append(list, string(line))
			return true
		})
		if err != errLongLine {
			t.Errorf("%d bytes: error %v, want %v", n, err, errLongLine)
		}
		equal(t, "around it", list, []string{"first", "last"})
	}
}

// FuzzFinders holds each finder against the rule that it may only leave out
// lines that parsing would leave out.
func FuzzFinders(f *testing.F) {
	f.Add("a:x:1:1:::\n  a:x:2:2:::\nabcdefgh:x:3:3:::\n", "a", uint32(1))
	f.Add("a\nb:c\nd:x:12:\ne::+12:\n:::\n", "abcdefgh", uint32(12))
	f.Add("a:x:4294967301:1:::", "", uint32(5))
	f.Fuzz(func(t *testing.T, text, name string, number uint32) {
		all := naive(text)
		for what, c := range map[string]struct {
			find finder
			must func(line string) bool
		}{
			"startsWith": {startsWith(name), func(line string) bool { return strings.HasPrefix(line, name+":") }},
			"containing": {containing(name), func(line string) bool { return strings.Contains(line, name) }},
			"thirdField": {thirdField(number), func(line string) bool {
				f := strings.SplitN(line, ":", 4)
				if len(f) < 3 {
					return false
				}
				v, n := strtoul([]byte(f[2]), 10)
				return n == len(f[2]) && n > 0 && uint32(v) == number
			}},
		} {
			if strings.ContainsAny(name, "\x00\n") {
				return
			}
			found := collect(t, iotest.OneByteReader(bytes.NewReader([]byte(text))), reading{find: c.find})
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
