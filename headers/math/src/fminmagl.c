/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

long double fminmagl(long double a, long double b)
{
	if (quiet_greater(fabsl(a), fabsl(b)))
		return b;
	if (quiet_greater(fabsl(b), fabsl(a)))
		return a;
	if (isunordered(a, b))
		return issignaling(a) || issignaling(b) ? a + b : isnan(a) ? b : a;
	return signbit(a) ? a : b;
}
