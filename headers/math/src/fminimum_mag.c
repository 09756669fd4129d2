/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

double fminimum_mag(double a, double b)
{
	if (isless(fabs(a), fabs(b)))
		return a;
	if (isgreater(fabs(a), fabs(b)))
		return b;
	return fminimum(a, b);
}
