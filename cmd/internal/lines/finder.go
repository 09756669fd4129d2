package lines

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"strconv"

	"github.com/serpent-os/wildebeest/cmd/internal/entry"
)

// A finder returns the next line of a block that may be of interest, without its
// newline; end is negative when there is none. Finders are what makes lookups
// fast: only what they return is parsed, and they are allowed to be wrong about
// a line of no interest.
type Finder func(block []byte) (start, end int)

// lineEnd is the end of the line that starts at start.
func lineEnd(block []byte, start int) int {
	if i := bytes.IndexByte(block[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(block)
}

// everyLine finds all lines.
func everyLine(block []byte) (start, end int) { return 0, lineEnd(block, 0) }

// StartsWith finds the lines that start with a name and a colon, and those that
// start with white space, which may be stripped.
func StartsWith(name string) Finder {
	want := []byte(name + ":")
	// The last bytes differ more than the first: compare eight of them at once.
	var last, mask uint64
	if len(want) >= 8 {
		last, mask = binary.LittleEndian.Uint64(want[len(want)-8:]), ^uint64(0)
	}
	return func(block []byte) (start, end int) {
		for start < len(block) {
			line := block[start:]
			if c := line[0]; c != '\n' && entry.IsSpace(c) {
				return start, lineEnd(block, start)
			}
			if len(line) >= len(want) && (mask == 0 || binary.LittleEndian.Uint64(line[len(want)-8:]) == last) && bytes.HasPrefix(line, want) {
				return start, lineEnd(block, start)
			}
			i := bytes.IndexByte(line, '\n')
			if i < 0 {
				break
			}
			start += i + 1
		}
		return 0, -1
	}
}

// ThirdField finds the lines whose third field is a number, or isn't a short run
// of digits.
func ThirdField(number uint32) Finder {
	want := newDigits(number)
	return func(block []byte) (start, end int) {
		for pos := 0; ; {
			first := NearColon(block[pos:])
			if first < 0 {
				return 0, -1
			}
			first += pos
			second := first + 2
			if second >= len(block) || block[second] != ':' || block[first+1] == '\n' {
				n := bytes.IndexByte(block[first+1:], ':')
				if n < 0 {
					return 0, -1
				}
				second = first + 1 + n
				if n := bytes.IndexByte(block[first:second], '\n'); n >= 0 {
					pos = first + n + 1 // a line with one colon
					continue
				}
			}
			if want.mayStart(block[second+1:]) {
				return bytes.LastIndexByte(block[:first], '\n') + 1, lineEnd(block, second)
			}
			n := bytes.IndexByte(block[second:], '\n')
			if n < 0 {
				return 0, -1
			}
			pos = second + n + 1
		}
	}
}

// MaxDigits is how many digits surely fit into 32 bits.
const MaxDigits = 9

// digits are those of a number, the first eight of them also as a word, under
// its mask.
type digits struct {
	text       []byte
	word, mask uint64
}

func newDigits(number uint32) digits {
	var first [8]byte
	text := strconv.AppendUint(nil, uint64(number), 10)
	n := copy(first[:], text)
	return digits{text, binary.LittleEndian.Uint64(first[:]), ^uint64(0) >> (64 - 8*n)}
}

// mayStart tells whether a field starts with the digits, or in a way that another
// form of their number could: a sign, blanks, zeros, or so many digits that they
// wrap. What follows the field in the block decides nothing, as it can only make
// it look longer.
func (d *digits) mayStart(field []byte) bool {
	return len(field) <= MaxDigits || !d.differ(binary.LittleEndian.Uint64(field)) && d.mayBe(field)
}

// differ tells of a field's first eight bytes, and quickly, whether they have all
// of another number, as most do.
func (d *digits) differ(word uint64) bool {
	return word&d.mask != d.word && byte(word)-'1' < 9 && colons(word) != 0
}

// mayBe is mayStart for those fields of which differ isn't true.
func (d *digits) mayBe(field []byte) bool {
	for _, c := range field[:MaxDigits+1] {
		if c < '0' || c > '9' {
			return field[0] < '1' || field[0] > '9' || bytes.HasPrefix(field, d.text)
		}
	}
	return true
}

// colons sets the high bit of the first byte that is a colon, in a word that was
// read from eight; the bits above it may be wrong.
func colons(word uint64) uint64 {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	word ^= ones * ':'
	return (word - ones) &^ word & highs
}

// NearColon is bytes.IndexByte(text, ':'), and faster when there is one soon.
func NearColon(text []byte) int {
	for n := 0; n < 24 && n+8 <= len(text); n += 8 {
		if found := colons(binary.LittleEndian.Uint64(text[n:])); found != 0 {
			return n + bits.TrailingZeros64(found)/8
		}
	}
	return bytes.IndexByte(text, ':')
}

// tailSize is how much of a string is searched for in a block: the end of names
// tells more than their start, and bytes.Index is fastest with so few.
const tailSize = 4

// Containing finds the lines with a string in them.
func Containing(text string) Finder {
	if text == "" {
		return everyLine
	}
	want := []byte(text)
	tail := want[max(0, len(want)-tailSize):]
	return func(block []byte) (start, end int) {
		for from := 0; ; {
			i := bytes.Index(block[from:], tail)
			if i < 0 {
				return 0, -1
			}
			end := from + i + len(tail)
			if bytes.HasSuffix(block[:end], want) {
				at := end - len(want)
				return bytes.LastIndexByte(block[:at], '\n') + 1, lineEnd(block, at)
			}
			from += i + 1
		}
	}
}
