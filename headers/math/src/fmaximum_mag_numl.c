/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

long double fmaximum_mag_numl(long double a, long double b)
{
	if (quiet_greater(fabsl(a), fabsl(b)))
		return a;
	if (quiet_greater(fabsl(b), fabsl(a)))
		return b;
	return fmaximum_numl(a, b);
}
