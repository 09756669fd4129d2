/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

long double fmaxmagl(long double a, long double b)
{
	if (isgreater(fabsl(a), fabsl(b)))
		return a;
	if (isless(fabsl(a), fabsl(b)))
		return b;
	if (isunordered(a, b))
		return isnan(a) ? b : a;
	return signbit(a) ? b : a;
}
