// Package cpucache tells the sizes of the processor's caches as glibc does.
package cpucache

import "github.com/serpent-os/wildebeest/cmd/getconf/internal/value"

// cacheKind is one of the caches that have variables.
type cacheKind byte

const (
	instructionCache cacheKind = iota
	dataCache
	level2Cache
	level3Cache
	level4Cache
)

// cacheShape is the size of a cache in bytes, its ways, and the length of a
// line in bytes.
type cacheShape struct{ size, ways, line uint64 }

// Found is the cache that was looked up last: -a asks for three numbers
// of each, and CPUID costs microseconds on a virtual machine.
type Found struct {
	which   cacheKind
	shape   cacheShape
	defined bool
	valid   bool // something was looked up
}

// cacheProperty is which number of a cacheShape a variable names.
type cacheProperty byte

const (
	cacheSize cacheProperty = iota
	cacheWays
	cacheLine
)

// Value answers _SC_LEVEL1_ICACHE_SIZE and its like as glibc does; each processor
// has a cacheValue.
func Value(found *Found, constant string) (string, error) {
	which, property := cacheQuestion(constant)
	return cacheValue(found, which, property)
}

// cacheQuestion takes the name of a constant apart.
func cacheQuestion(constant string) (cacheKind, cacheProperty) {
	const level = len("_SC_LEVEL")
	which := level2Cache
	switch {
	case constant[level+2] == 'I':
		which = instructionCache
	case constant[level+2] == 'D':
		which = dataCache
	case constant[level] == '3':
		which = level3Cache
	case constant[level] == '4':
		which = level4Cache
	}
	property := cacheSize
	switch constant[len(constant)-4:] {
	case "SSOC":
		property = cacheWays
	case "SIZE":
		if hasSuffix(constant, "_LINESIZE") {
			property = cacheLine
		}
	}
	return which, property
}

func (c cacheShape) property(p cacheProperty) (string, error) {
	switch p {
	case cacheWays:
		return value.Number(c.ways)
	case cacheLine:
		return value.Number(c.line)
	}
	return value.Number(c.size)
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
