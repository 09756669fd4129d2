// Package value has the form of getconf's values, and why there is none.
package value

import "strconv"

// Missing is why a variable has no value.
type Missing string

func (m Missing) Error() string { return string(m) }

// The reasons.
const (
	Undefined    = Missing("undefined")    // the libc has no value for the constant
	Unrecognized = Missing("unrecognized") // the variable itself does not exist there
)

// maxLong is the largest value that sysconf can return.
const maxLong = uint64(^uint(0) >> 1)

// Number is n as sysconf returns it, and never more than a long holds.
func Number(n uint64) (string, error) {
	if n > maxLong {
		n = maxLong
	}
	return strconv.FormatUint(n, 10), nil
}

// Long is n as a program sees it that takes the value of sysconf for a long:
// -1 means undefined, whatever it was meant to be.
func Long(n int) (string, error) {
	if n == -1 {
		return "", Undefined
	}
	return strconv.Itoa(n), nil
}
