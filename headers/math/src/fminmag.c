/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

double fminmag(double a, double b)
{
	if (quiet_greater(fabs(a), fabs(b)))
		return b;
	if (quiet_greater(fabs(b), fabs(a)))
		return a;
	if (isunordered(a, b))
		return issignaling(a) || issignaling(b) ? a + b : isnan(a) ? b : a;
	return signbit(a) ? a : b;
}
