/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

long double fmaximum_mag_numl(long double a, long double b)
{
	if (isgreater(fabsl(a), fabsl(b)))
		return a;
	if (isless(fabsl(a), fabsl(b)))
		return b;
	return fmaximum_numl(a, b);
}
