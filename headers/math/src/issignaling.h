/* SPDX-License-Identifier: MIT
 * issignaling.h: a NaN of IEEE 754 signals where the highest bit of its fraction is 0.
 * With the exponent, the bits of a quiet NaN are quiet and above.
 */
#ifndef WILDEBEEST_MATH_ISSIGNALING_H
#define WILDEBEEST_MATH_ISSIGNALING_H

#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>

/* The bits without the sign; quiet has those of the exponent and that bit. */
static inline int signals(uint64_t bits, uint64_t quiet, uint64_t quiet_bit)
{
	return (bits ^ quiet_bit) > quiet;
}

#endif
