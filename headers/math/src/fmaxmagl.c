/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

long double fmaxmagl(long double a, long double b)
{
	if (quiet_greater(fabsl(a), fabsl(b)))
		return a;
	if (quiet_greater(fabsl(b), fabsl(a)))
		return b;
	if (isunordered(a, b))
		return issignaling(a) || issignaling(b) ? a + b : isnan(a) ? b : a;
	return signbit(a) ? b : a;
}
