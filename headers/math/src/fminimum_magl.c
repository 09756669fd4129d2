/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

long double fminimum_magl(long double a, long double b)
{
	if (quiet_greater(fabsl(b), fabsl(a)))
		return a;
	if (quiet_greater(fabsl(a), fabsl(b)))
		return b;
	return fminimuml(a, b);
}
