package limit

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Size is a number of bytes. As an option's value it may end with K, M, G or T,
// powers of 1024.
type Size int64

const (
	kilo Size = 1 << 10
	mega Size = 1 << 20
	giga Size = 1 << 30
	tera Size = 1 << 40
)

// units are the largest first.
var units = []struct {
	letter string
	bytes  Size
}{{"T", tera}, {"G", giga}, {"M", mega}, {"K", kilo}}

// ParseSize reads a size such as 512M, or 0.
func ParseSize(text string) (Size, error) {
	number, factor := strings.ToUpper(strings.TrimSpace(text)), Size(1)
	for _, unit := range units {
		for _, ending := range []string{unit.letter + "IB", unit.letter + "B", unit.letter} {
			if rest, ok := strings.CutSuffix(number, ending); ok && factor == 1 {
				number, factor = rest, unit.bytes
			}
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if errors.Is(err, strconv.ErrRange) || n > math.MaxInt64/int64(factor) {
		return 0, errors.New("more than can be counted")
	}
	if err != nil || n < 0 {
		return 0, errors.New("not a size such as 512M, 8G or 0")
	}
	return Size(n) * factor, nil
}

// String is the size with the largest unit that divides it.
func (s Size) String() string {
	if s == Automatic {
		return ""
	}
	for _, unit := range units {
		if s > 0 && s%unit.bytes == 0 {
			return fmt.Sprintf("%d%s", s/unit.bytes, unit.letter)
		}
	}
	return strconv.FormatInt(int64(s), 10)
}

// Set reads an option's value, and Type names its kind, for package pflag.
func (s *Size) Set(text string) error {
	read, err := ParseSize(text)
	if err == nil {
		*s = read
	}
	return err
}

// Type implements pflag.Value.
func (*Size) Type() string { return "size" }
