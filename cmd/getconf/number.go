package main

import "strconv"

// maxLong is the largest value that sysconf can return.
const maxLong = uint64(^uint(0) >> 1)

// number is n as sysconf returns it, and never more than a long holds.
func number(n uint64) (string, error) {
	if n > maxLong {
		n = maxLong
	}
	return strconv.FormatUint(n, 10), nil
}

// long is n as a program sees it that takes the value of sysconf for a long:
// -1 means undefined, whatever it was meant to be.
func long(n int) (string, error) {
	if n == -1 {
		return "", errUndefined
	}
	return strconv.Itoa(n), nil
}
