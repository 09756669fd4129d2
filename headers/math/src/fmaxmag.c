/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

double fmaxmag(double a, double b)
{
	if (quiet_greater(fabs(a), fabs(b)))
		return a;
	if (quiet_greater(fabs(b), fabs(a)))
		return b;
	if (isunordered(a, b))
		return issignaling(a) || issignaling(b) ? a + b : isnan(a) ? b : a;
	return signbit(a) ? b : a;
}
