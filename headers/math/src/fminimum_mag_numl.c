/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

long double fminimum_mag_numl(long double a, long double b)
{
	if (isless(fabsl(a), fabsl(b)))
		return a;
	if (isgreater(fabsl(a), fabsl(b)))
		return b;
	return fminimum_numl(a, b);
}
