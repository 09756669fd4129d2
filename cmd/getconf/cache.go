package main

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

// foundCache is the cache that was looked up last: -a asks for three numbers
// of each, and CPUID costs microseconds on a virtual machine.
type foundCache struct {
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

// cache answers _SC_LEVEL1_ICACHE_SIZE and its like for glibc; each
// architecture has a cacheValue.
func cache(q *query) (string, error) {
	which, property := cacheQuestion(q.constant)
	return cacheValue(q, which, property)
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
		return number(c.ways)
	case cacheLine:
		return number(c.line)
	}
	return number(c.size)
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
