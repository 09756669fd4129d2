/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

/* round goes away from zero where both are as near. */
long double roundevenl(long double value)
{
	long double rounded = roundl(value);

	if (fabsl(value - truncl(value)) == (long double)0.5)
		rounded = 2 * roundl(value / 2);
	return copysignl(rounded, value);
}
