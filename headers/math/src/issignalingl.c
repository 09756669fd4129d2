/* SPDX-License-Identifier: MIT */
#include "issignaling.h"

#include <float.h>

#if LDBL_MANT_DIG == 64
/* x87: the exponent apart, and the first bit of a number explicit. Observed on glibc
 * 2.36: what lacks that bit, and no processor makes, signals too. */
int __issignalingl(long double value)
{
	union {
		long double value;
		struct {
			uint64_t fraction;
			uint16_t exponent;
		} bits;
	} number = {value};
	uint64_t fraction = number.bits.fraction;

	if ((number.bits.exponent & 0x7fff) == 0)
		return 0;
	if (fraction >> 63 == 0)
		return 1;
	return (number.bits.exponent & 0x7fff) == 0x7fff && signals(fraction, 0xc000000000000000, 0x4000000000000000);
}
#elif LDBL_MANT_DIG == 113
int __issignalingl(long double value)
{
	union {
		long double value;
		struct {
			uint64_t low, high; /* of a little-endian machine */
		} bits;
	} number = {value};
	uint64_t high = number.bits.high & INT64_MAX;

	return signals(high | (number.bits.low != 0), 0x7fff800000000000, 0x0000800000000000);
}
#else
int __issignalingl(long double value)
{
	return __issignaling((double)value);
}
#endif
