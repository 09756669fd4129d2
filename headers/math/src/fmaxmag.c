/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

double fmaxmag(double a, double b)
{
	if (isgreater(fabs(a), fabs(b)))
		return a;
	if (isless(fabs(a), fabs(b)))
		return b;
	if (isunordered(a, b))
		return isnan(a) ? b : a;
	return signbit(a) ? b : a;
}
