package cpucache

import "github.com/serpent-os/wildebeest/cmd/getconf/internal/value"

// cacheTypes is the register CTR_EL0, which programs may read.
func cacheTypes() uint64

// cacheValue is what glibc 2.36 tells on arm64: the lines of the first level
// from CTR_EL0 (Arm Architecture Reference Manual), and 0 for the rest.
func cacheValue(_ *Found, which cacheKind, property cacheProperty) (string, error) {
	if property != cacheLine || which > dataCache {
		return "0", nil
	}
	words := cacheTypes() & 0xf // IminLine: log2 of the words in a line
	if which == dataCache {
		words = cacheTypes() >> 16 & 0xf // DminLine
	}
	return value.Number(4 << words)
}
