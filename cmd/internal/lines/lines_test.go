package lines

import (
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

func collect(t *testing.T, file io.Reader, r Reading) []string {
	t.Helper()
	var list []string
	b := newBlocks(file, blockSize)
	r.lines(b, func(line []byte) bool {
		list = append(list, string(line))
		return true
	})
	if b.err != nil {
		t.Fatal(b.err)
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
		equal(t, "whole", collect(t, strings.NewReader(text), Reading{}), naive(text))
		equal(t, "halves", collect(t, iotest.HalfReader(strings.NewReader(text)), Reading{}), naive(text))
	}
}

func TestOverlongLineIsLeftOut(t *testing.T) {
	for _, n := range []int{MaxLine, MaxLine + 1, 3*MaxLine + 7} {
		text := "first\n" + strings.Repeat("x", n) + "\nlast\n"
		b := newBlocks(strings.NewReader(text), 0)
		var list []string
		(&Reading{}).lines(b, func(line []byte) bool {
			list = append(list, string(line))
			return true
		})
		if b.err != errLongLine {
			t.Errorf("%d bytes: error %v, want %v", n, b.err, errLongLine)
		}
		equal(t, "around it", list, []string{"first", "last"})
	}
}
