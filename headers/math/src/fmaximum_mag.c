/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

double fmaximum_mag(double a, double b)
{
	if (quiet_greater(fabs(a), fabs(b)))
		return a;
	if (quiet_greater(fabs(b), fabs(a)))
		return b;
	return fmaximum(a, b);
}
