package lines

import (
	"strings"
	"testing"
)

// inHalves reads a text with a search from an offset on.
func inHalves(t *testing.T, text string, offset int, r Reading) (list []string, err error) {
	t.Helper()
	file := strings.NewReader(text)
	s := startSearch(file, int64(offset), r.Find)
	if s == nil {
		t.Skip("no line starts there")
	}
	defer s.end()
	err = r.halves(file, s, func(line []byte) bool {
		list = append(list, string(line))
		return true
	})
	return list, err
}

// FuzzBackground: with a search the same lines are found in the same order.
func FuzzBackground(f *testing.F) {
	f.Add("a:x:1:1:::\n  a:x:2:2:::\nb:x:1:3:::\na:x:3:3:::\n", "a", uint32(1), uint16(12), uint8(0))
	f.Add("a:1\na:2\na:3\na:4", "a", uint32(1), uint16(5), uint8(1))
	f.Fuzz(func(t *testing.T, text, name string, number uint32, offset uint16, last uint8) {
		if strings.ContainsAny(name, "\x00\n") || offset == 0 {
			return
		}
		for what, p := range promised(name, number) {
			r := Reading{Find: p.find, Last: LastLine(last % 4)}
			got, err := inHalves(t, text, int(offset), r)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, what, only(p.must, got), only(p.must, collect(t, strings.NewReader(text), r)))
		}
	})
}

// only drops the lines of no interest, of which each may find others.
func only(must func(line string) bool, lines []string) (list []string) {
	for _, line := range lines {
		if must(line) {
			list = append(list, line)
		}
	}
	return list
}

// TestSearchAndLongLines: a line that is too long is left out of either half, and
// reported.
func TestSearchAndLongLines(t *testing.T) {
	long := strings.Repeat("a:", MaxLine)
	for what, c := range map[string]struct {
		text   string
		offset int
	}{
		"first half":  {"a:1\n" + long + "\na:2\na:3\n", 2*MaxLine + 9},
		"second half": {"a:1\na:2\n" + long + "\na:3\n", 4},
	} {
		list, err := inHalves(t, c.text, c.offset, Reading{Find: StartsWith("a")})
		if err != errLongLine {
			t.Errorf("%s: error %v, want %v", what, err, errLongLine)
		}
		equal(t, what, list, []string{"a:1", "a:2", "a:3"})
	}
}

// TestSearchIsFull has it find more than it may record.
func TestSearchIsFull(t *testing.T) {
	text := strings.Repeat("a:\nb:\n", 2*maxSpans)
	list, err := inHalves(t, text, 9, Reading{Find: StartsWith("a")})
	if err != nil || len(list) != 2*maxSpans {
		t.Errorf("%d lines, error %v", len(list), err)
	}
}

// TestSearchStops stops a search that still has much to read.
func TestSearchStops(t *testing.T) {
	file := strings.NewReader(strings.Repeat("line\n", 1<<20))
	s := startSearch(file, 9, StartsWith("none"))
	s.end()
	if s.err != nil || len(s.found) > 0 {
		t.Errorf("error %v, found %v", s.err, s.found)
	}
}
