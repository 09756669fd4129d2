/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

long double fminimum_magl(long double a, long double b)
{
	if (isless(fabsl(a), fabsl(b)))
		return a;
	if (isgreater(fabsl(a), fabsl(b)))
		return b;
	return fminimuml(a, b);
}
