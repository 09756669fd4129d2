/* Signaling NaNs, subnormal numbers and zeros, of each type, from their bits. */
#define _GNU_SOURCE
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static void floats(void)
{
	static const uint32_t all[] = {
		0, 0x80000000, 1, 0x007fffff, 0x00800000, 0x3f800000, 0x7f7fffff, 0x7f800000, 0xff800000, 0x7f800001,
		0x7fbfffff, 0x7fa00000, 0xff800001, 0x7fc00000, 0x7fc00001, 0x7fffffff, 0xffc00000,
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		float value;

		memcpy(&value, &all[i], sizeof value);
		printf("%08x: %d %d %d\n", (unsigned)all[i], issignaling(value) != 0, issubnormal(value) != 0, iszero(value) != 0);
	}
}

static void doubles(void)
{
	static const uint64_t all[] = {
		0, 1ULL << 63, 1, 0x000fffffffffffff, 0x0010000000000000, 0x3ff0000000000000, 0x7ff0000000000000,
		0xfff0000000000000, 0x7ff0000000000001, 0x7ff7ffffffffffff, 0x7ff0000100000000, 0xfff4000000000000,
		0x7ff8000000000000, 0x7ff8000000000001, 0x7fffffffffffffff, 0xfff8000000000000,
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		double value;

		memcpy(&value, &all[i], sizeof value);
		printf("%016llx: %d %d %d\n", (unsigned long long)all[i], issignaling(value) != 0, issubnormal(value) != 0,
		       iszero(value) != 0);
	}
}

static const uint64_t parts[] = {
	0, 1, 1ULL << 47, 1ULL << 46, 1ULL << 62, 1ULL << 63, 3ULL << 62, 5ULL << 61, 7ULL << 61, (1ULL << 63) + 1, (3ULL << 62) + 1,
	0x7fff000000000000, 0x7fff000000000001, 0x7fff800000000000, 0x7fff800000000001, 0xffff400000000000, UINT64_MAX,
};
static const uint64_t tops[] = { 0, 1, 0x3fff, 0x7fff, 0xffff, 0x8000 };

/* In the form of this machine: what they are is that of glibc there. */
static void long_doubles(void)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (size_t j = 0; j < sizeof tops / sizeof *tops; j++) {
			uint64_t bits[2] = { parts[i], tops[j] };
			long double value;

			if (LDBL_MANT_DIG == 113) {
				bits[0] = tops[j] & 1;
				bits[1] = tops[j] << 48 | parts[i];
			}
			memcpy(&value, bits, sizeof value);
			printf("%016llx %016llx: %d\n", (unsigned long long)bits[0], (unsigned long long)bits[1], issignaling(value) != 0);
		}
}

int main(void)
{
	floats();
	doubles();
	long_doubles();
	printf("%d %d %d\n", issignaling(SNANF) != 0, issignaling(SNAN) != 0, issignaling(SNANL) != 0);
	return 0;
}
