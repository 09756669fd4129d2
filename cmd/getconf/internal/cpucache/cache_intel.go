//go:build amd64 || 386

package cpucache

// cacheCode is one byte of CPUID leaf 2 and the cache that it stands for.
type cacheCode struct {
	code  byte
	which cacheKind
	size  uint32 // bytes
	ways  uint32
	line  uint32 // bytes
}

// cacheCodes are those that glibc 2.36 knows.
// Source: every code put into the answer of CPUID leaf 2 under gdb(1) while
// getconf printed the cache sizes. The ways of instruction caches are not
// among what it prints.
var cacheCodes = []cacheCode{
	{0x06, instructionCache, 8 << 10, 0, 32},
	{0x08, instructionCache, 16 << 10, 0, 32},
	{0x09, instructionCache, 32 << 10, 0, 32},
	{0x0a, dataCache, 8 << 10, 2, 32},
	{0x0c, dataCache, 16 << 10, 4, 32},
	{0x0d, dataCache, 16 << 10, 4, 64},
	{0x0e, dataCache, 24 << 10, 6, 64},
	{0x21, level2Cache, 256 << 10, 8, 64},
	{0x22, level3Cache, 512 << 10, 4, 64},
	{0x23, level3Cache, 1024 << 10, 8, 64},
	{0x25, level3Cache, 2048 << 10, 8, 64},
	{0x29, level3Cache, 4096 << 10, 8, 64},
	{0x2c, dataCache, 32 << 10, 8, 64},
	{0x30, instructionCache, 32 << 10, 0, 64},
	{0x39, level2Cache, 128 << 10, 4, 64},
	{0x3a, level2Cache, 192 << 10, 6, 64},
	{0x3b, level2Cache, 128 << 10, 2, 64},
	{0x3c, level2Cache, 256 << 10, 4, 64},
	{0x3d, level2Cache, 384 << 10, 6, 64},
	{0x3e, level2Cache, 512 << 10, 4, 64},
	{0x3f, level2Cache, 256 << 10, 2, 64},
	{0x41, level2Cache, 128 << 10, 4, 32},
	{0x42, level2Cache, 256 << 10, 4, 32},
	{0x43, level2Cache, 512 << 10, 4, 32},
	{0x44, level2Cache, 1024 << 10, 4, 32},
	{0x45, level2Cache, 2048 << 10, 4, 32},
	{0x46, level3Cache, 4096 << 10, 4, 64},
	{0x47, level3Cache, 8192 << 10, 8, 64},
	{0x48, level2Cache, 3072 << 10, 12, 64},
	{0x49, level2Cache, 4096 << 10, 16, 64},
	{0x4a, level3Cache, 6144 << 10, 12, 64},
	{0x4b, level3Cache, 8192 << 10, 16, 64},
	{0x4c, level3Cache, 12288 << 10, 12, 64},
	{0x4d, level3Cache, 16384 << 10, 16, 64},
	{0x4e, level2Cache, 6144 << 10, 24, 64},
	{0x60, dataCache, 16 << 10, 8, 64},
	{0x66, dataCache, 8 << 10, 4, 64},
	{0x67, dataCache, 16 << 10, 4, 64},
	{0x68, dataCache, 32 << 10, 4, 64},
	{0x78, level2Cache, 1024 << 10, 8, 64},
	{0x79, level2Cache, 128 << 10, 8, 64},
	{0x7a, level2Cache, 256 << 10, 8, 64},
	{0x7b, level2Cache, 512 << 10, 8, 64},
	{0x7c, level2Cache, 1024 << 10, 8, 64},
	{0x7d, level2Cache, 2048 << 10, 8, 64},
	{0x7f, level2Cache, 512 << 10, 2, 64},
	{0x80, level2Cache, 512 << 10, 8, 64},
	{0x82, level2Cache, 256 << 10, 8, 32},
	{0x83, level2Cache, 512 << 10, 8, 32},
	{0x84, level2Cache, 1024 << 10, 8, 32},
	{0x85, level2Cache, 2048 << 10, 8, 32},
	{0x86, level2Cache, 512 << 10, 4, 64},
	{0x87, level2Cache, 1024 << 10, 8, 64},
	{0xd0, level3Cache, 512 << 10, 4, 64},
	{0xd1, level3Cache, 1024 << 10, 4, 64},
	{0xd2, level3Cache, 2048 << 10, 4, 64},
	{0xd6, level3Cache, 1024 << 10, 8, 64},
	{0xd7, level3Cache, 2048 << 10, 8, 64},
	{0xd8, level3Cache, 4096 << 10, 8, 64},
	{0xdc, level3Cache, 2048 << 10, 12, 64},
	{0xdd, level3Cache, 4096 << 10, 12, 64},
	{0xde, level3Cache, 8192 << 10, 12, 64},
	{0xe2, level3Cache, 2048 << 10, 16, 64},
	{0xe3, level3Cache, 4096 << 10, 16, 64},
	{0xe4, level3Cache, 8192 << 10, 16, 64},
	{0xea, level3Cache, 12288 << 10, 24, 64},
	{0xeb, level3Cache, 18432 << 10, 24, 64},
	{0xec, level3Cache, 24576 << 10, 24, 64},
}

// intelCache is the cache as leaf 2 of CPUID lists it or, where that says so
// or is not in the form of one call, as leaf 4 describes it. A cache that no
// descriptor stands for has size 0.
func (id processor) intelCache(which cacheKind) (c cacheShape, ok bool) {
	const (
		noHigherCache = 0x40 // no second level, or no third one
		seeLeaf4      = 0xff
		alsoLevel3    = 0x49 // of family 15, model 6
	)
	if maxLeaf, _, _, _ := id(0, 0); maxLeaf < 2 {
		return c, false
	}
	a, b, cx, d := id(2, 0)
	if a&0xff != 1 {
		return id.leaf4Cache(which)
	}
	missing := false
	for _, register := range [...]uint32{a &^ 0xff, b, cx, d} {
		if register>>31 != 0 {
			continue // holds no descriptors
		}
		for ; register != 0; register >>= 8 {
			code := byte(register)
			switch {
			case code == seeLeaf4:
				return id.leaf4Cache(which)
			case code == noHigherCache && which == level3Cache:
				return c, false
			case code == noHigherCache && which == level2Cache:
				missing = true
			case code == alsoLevel3 && which == level3Cache && id.isFamily15Model6():
				return findCode(code, level2Cache)
			}
			if found, ok := findCode(code, which); ok {
				return found, true
			}
		}
	}
	return c, !missing
}

func findCode(code byte, which cacheKind) (cacheShape, bool) {
	for i := range cacheCodes {
		if d := &cacheCodes[i]; d.code == code && d.which == which {
			return cacheShape{uint64(d.size), uint64(d.ways), uint64(d.line)}, true
		}
	}
	return cacheShape{}, false
}

func (id processor) isFamily15Model6() bool {
	signature, _, _, _ := id(1, 0)
	return signature>>8&0xf == 15 && signature>>20&0xff == 0 && signature>>4&0xf == 6 && signature>>16&0xf == 0
}

// leaf4Cache is the cache as leaf 4 of CPUID describes it.
func (id processor) leaf4Cache(which cacheKind) (c cacheShape, ok bool) {
	const most = 16 // more levels and types than there are
	for i := uint32(0); i < most; i++ {
		a, b, sets, _ := id(4, i)
		if a&0x1f == 0 {
			break
		}
		if !which.isLeaf4(a&0x1f, a>>5&7) {
			continue
		}
		line, parts, ways := uint64(b&0xfff)+1, uint64(b>>12&0x3ff)+1, uint64(b>>22)+1
		return cacheShape{ways * parts * line * (uint64(sets) + 1), ways, line}, true
	}
	return c, false
}
