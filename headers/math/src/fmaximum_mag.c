/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

double fmaximum_mag(double a, double b)
{
	if (isgreater(fabs(a), fabs(b)))
		return a;
	if (isless(fabs(a), fabs(b)))
		return b;
	return fmaximum(a, b);
}
