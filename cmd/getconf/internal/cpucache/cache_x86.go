//go:build amd64 || 386

package cpucache

import "github.com/serpent-os/wildebeest/cmd/getconf/internal/value"

// cpuid is the instruction of that name.
func cpuid(leaf, subleaf uint32) (a, b, c, d uint32)

// processor answers CPUID: cpuid itself or, in tests, another machine.
type processor func(leaf, subleaf uint32) (a, b, c, d uint32)

// cacheValue is what glibc 2.36 finds out through CPUID.
func cacheValue(found *Found, which cacheKind, property cacheProperty) (string, error) {
	return processor(cpuid).cacheValue(found, which, property)
}

func (id processor) cacheValue(found *Found, which cacheKind, property cacheProperty) (string, error) {
	if property == cacheWays && which == instructionCache || property != cacheSize && which == level4Cache {
		return "", value.Undefined
	}
	if !found.valid || found.which != which {
		shape, ok := id.cache(which)
		*found = Found{which, shape, ok, true}
	}
	if !found.defined {
		return "", value.Undefined
	}
	return found.shape.property(property)
}

// cache looks a cache up in the way of the vendor.
func (id processor) cache(which cacheKind) (c cacheShape, ok bool) {
	switch id.vendor() {
	case "GenuineIntel":
		return id.intelCache(which)
	case "AuthenticAMD", "HygonGenuine":
		return id.amdCache(which)
	case "CentaurHauls", "  Shanghai  ":
		if which != level4Cache {
			return id.leaf4Cache(which)
		}
	}
	return c, false
}

func (id processor) vendor() string {
	_, b, c, d := id(0, 0)
	text := make([]byte, 0, 12)
	for _, register := range [...]uint32{b, d, c} {
		text = append(text, byte(register), byte(register>>8), byte(register>>16), byte(register>>24))
	}
	return string(text)
}

// isLeaf4 says whether the type and level of CPUID leaf 4 are those of k.
func (k cacheKind) isLeaf4(kind, level uint32) bool {
	switch k {
	case dataCache:
		return kind == 1 && level == 1
	case instructionCache:
		return kind == 2 && level == 1
	}
	return level == uint32(k-level2Cache)+2
}

// amdCache is the cache as the extended leaves of CPUID describe it (AMD's
// CPUID specification); one that they do not describe has size 0.
func (id processor) amdCache(which cacheKind) (c cacheShape, ok bool) {
	leaf := uint32(0x80000005)
	switch which {
	case level4Cache:
		return c, false
	case level2Cache, level3Cache:
		leaf = 0x80000006
	}
	if maxLeaf, _, _, _ := id(0x80000000, 0); maxLeaf < leaf {
		return c, true
	}
	_, _, second, third := id(leaf, 0)
	switch which {
	case dataCache:
		return amdLevel1(second), true
	case instructionCache:
		return amdLevel1(third), true
	case level2Cache:
		return amdHigher(second, uint64(second>>16)<<10), true
	}
	return amdHigher(third, uint64(third>>18)<<19), true
}

// amdLevel1 decodes a register of leaf 0x80000005. Of a fully associative
// cache glibc tells the size for the ways.
func amdLevel1(register uint32) cacheShape {
	c := cacheShape{uint64(register>>24) << 10, uint64(register >> 16 & 0xff), uint64(register & 0xff)}
	if c.ways == 0xff {
		c.ways = c.size
	}
	return c
}

// amdHigher decodes a register of leaf 0x80000006; a code of 0 means that
// there is no such cache.
func amdHigher(register uint32, size uint64) cacheShape {
	ways := [16]uint64{1: 1, 2: 2, 4: 4, 6: 8, 8: 16, 10: 32, 11: 48, 12: 64, 13: 96, 14: 128}
	code := register >> 12 & 0xf
	if code == 0 {
		return cacheShape{}
	}
	c := cacheShape{size, ways[code], uint64(register & 0xff)}
	if code == 15 && c.line != 0 { // fully associative
		c.ways = c.size / c.line
	}
	return c
}
