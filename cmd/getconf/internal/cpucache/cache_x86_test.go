//go:build amd64 || 386

package cpucache

import (
	"strings"
	"testing"
)

// machine is a processor by its answers; a leaf without subleaves has only
// subleaf 0, and what is missing answers 0.
type machine map[[2]uint32][4]uint32

func (m machine) cpuid(leaf, subleaf uint32) (a, b, c, d uint32) {
	answer := m[[2]uint32{leaf, subleaf}]
	return answer[0], answer[1], answer[2], answer[3]
}

// print is what getconf -a prints of the caches, with - for undefined.
func (m machine) print() string {
	var (
		out   []string
		asked Found
	)
	for _, cache := range []string{"1_ICACHE", "1_DCACHE", "2_CACHE", "3_CACHE", "4_CACHE"} {
		for _, number := range []string{"_SIZE", "_ASSOC", "_LINESIZE"} {
			which, property := cacheQuestion("_SC_LEVEL" + cache + number)
			text, err := processor(m.cpuid).cacheValue(&asked, which, property)
			if err != nil {
				text = "-"
			}
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}

func amd(maxLeaf, l1d, l1i, l2, l3 uint32) machine {
	return machine{
		{0, 0}:          {0x1c, 0x68747541, 0x444d4163, 0x69746e65},
		{0x80000000, 0}: {maxLeaf, 0, 0, 0},
		{0x80000005, 0}: {0, 0, l1d, l1i},
		{0x80000006, 0}: {0, 0, l2, l3},
	}
}

// intel has the descriptors of leaf 2 and, in leaf 4, 32 KiB of both first
// levels with lines of 64 and 128 bytes, 1 MiB and 11 MiB.
func intel(signature, a, b, c, d uint32) machine {
	return machine{
		{0, 0}: {0x16, 0x756e6547, 0x6c65746e, 0x49656e69},
		{1, 0}: {signature, 0, 0, 0},
		{2, 0}: {a, b, c, d},
		{4, 0}: {0x21, 63 | 7<<22, 63, 0},
		{4, 1}: {0x22, 127 | 3<<22, 63, 0},
		{4, 2}: {0x43, 63 | 15<<22, 1023, 0},
		{4, 3}: {0x63, 63 | 10<<22, 16383, 0},
	}
}

func (m machine) with(leaf, subleaf uint32, answer [4]uint32) machine {
	m[[2]uint32{leaf, subleaf}] = answer
	return m
}

// TestCaches holds the rules against what glibc 2.36's getconf printed under
// gdb with the same answers of CPUID.
func TestCaches(t *testing.T) {
	const (
		leaf4  = "32768 - 128 32768 8 64 1048576 16 64 11534336 11 64 - - -"
		absent = "0 - 0 0 0 0 0 0 0 0 0 0 0 - -"
		family = 0x906ea
	)
	for _, test := range []struct {
		name string
		cpu  machine
		want string
	}{
		{"zen 4", amd(0x80000021, 0x20080140, 0x20080140, 0x04006140, 0x0a009140), "32768 - 64 32768 8 64 1048576 8 64 335544320 0 64 - - -"},
		{"code 0 is no cache", amd(0x80000021, 0x20080140, 0x20080140, 0x04000040, 0x0a000040), "32768 - 64 32768 8 64 0 0 0 0 0 0 - - -"},
		{"code 13", amd(0x80000021, 0x20080140, 0x20080140, 0x0400d040, 0x0a00d040), "32768 - 64 32768 8 64 1048576 96 64 335544320 96 64 - - -"},
		{"fully associative", amd(0x80000021, 0x20ff0140, 0x20ff0140, 0x0400f040, 0x0a00f040), "32768 - 64 32768 32768 64 1048576 16384 64 335544320 5242880 64 - - -"},
		{"no line", amd(0x80000021, 0x20080140, 0x20080140, 0x04006140, 0x0a008100), "32768 - 64 32768 8 64 1048576 8 64 335544320 16 0 - - -"},
		{"no size", amd(0x80000021, 0, 0, 0x8140, 0), "0 - 0 0 0 0 0 16 64 0 0 0 - - -"},
		{"no leaf 6", amd(0x80000005, 0x20080140, 0x20080140, 0x04006140, 0x0a009140), "32768 - 64 32768 8 64 0 0 0 0 0 0 - - -"},
		{"no leaf 5", amd(0x80000004, 0x20080140, 0x20080140, 0x04006140, 0x0a009140), "0 - 0 0 0 0 0 0 0 0 0 0 - - -"},
		{"leaf 4", intel(family, 0x00feff01, 0xf0, 0, 0), leaf4},
		{"leaf 4 by ebx", intel(family, 1, 0xff, 0, 0), leaf4},
		{"leaf 4, two calls", intel(family, 0x7d2c02, 0x30, 0, 0), leaf4},
		{"leaf 4, no call", intel(family, 0x2c000000, 0, 0, 0), leaf4},
		{"level 4", intel(family, 0xff01, 0, 0, 0).with(4, 4, [4]uint32{0x83, 63 | 15<<22, 131071, 0}), "32768 - 128 32768 8 64 1048576 16 64 11534336 11 64 134217728 - -"},
		{"partitions", intel(family, 0xff01, 0, 0, 0).with(4, 0, [4]uint32{0x21, 63 | 1<<12 | 7<<22, 63, 0}), "32768 - 128 65536 8 64 1048576 16 64 11534336 11 64 - - -"},
		{"no level 3", intel(family, 0xff01, 0, 0, 0).with(4, 3, [4]uint32{}), "32768 - 128 32768 8 64 1048576 16 64 - - - - - -"},
		{"unified level 1", intel(family, 0xff01, 0, 0, 0).with(4, 0, [4]uint32{0x23, 63 | 7<<22, 63, 0}), "32768 - 128 - - - 1048576 16 64 11534336 11 64 - - -"},
		{"descriptors", intel(family, 0x7d302c01, 0x4d, 0, 0), "32768 - 64 32768 8 64 2097152 8 64 16777216 16 64 0 - -"},
		{"descriptors and leaf 4", intel(family, 0xff7d01, 0, 0, 0), "32768 - 128 32768 8 64 2097152 8 64 11534336 11 64 - - -"},
		{"register without descriptors", intel(family, 0x2c01, 0, 0x8000007d, 0x30), "32768 - 64 32768 8 64 0 0 0 0 0 0 0 - -"},
		{"no valid register", intel(family, 0x8000ff01, 0, 0, 0), absent},
		{"no descriptors", intel(family, 1, 0, 0, 0), absent},
		{"0x40 before level 2", intel(family, 0x7d402c01, 0x30, 0, 0), "32768 - 64 32768 8 64 2097152 8 64 - - - 0 - -"},
		{"0x40 before level 3", intel(family, 0x4d402c01, 0x30, 0, 0), "32768 - 64 32768 8 64 - - - - - - 0 - -"},
		{"0x40 after level 3", intel(family, 0x404d2c01, 0x30, 0, 0), "32768 - 64 32768 8 64 - - - 16777216 16 64 0 - -"},
		{"first of two", intel(family, 0x457d2c01, 0x30, 0, 0), "32768 - 64 32768 8 64 2097152 8 64 0 0 0 0 - -"},
		{"0x49 of family 15, model 6", intel(0xf64, 0x4901, 0, 0, 0), "0 - 0 0 0 0 4194304 16 64 4194304 16 64 0 - -"},
		{"0x49 of family 15, model 4", intel(0xf43, 0x4901, 0, 0, 0), "0 - 0 0 0 0 4194304 16 64 0 0 0 0 - -"},
		{"no leaf 2", intel(family, 0xff01, 0, 0, 0).with(0, 0, [4]uint32{1, 0x756e6547, 0x6c65746e, 0x49656e69}), "- - - - - - - - - - - - - - -"},
	} {
		if got := test.cpu.print(); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}
