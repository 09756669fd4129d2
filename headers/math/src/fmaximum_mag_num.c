/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

double fmaximum_mag_num(double a, double b)
{
	if (isgreater(fabs(a), fabs(b)))
		return a;
	if (isless(fabs(a), fabs(b)))
		return b;
	return fmaximum_num(a, b);
}
