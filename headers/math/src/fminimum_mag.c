/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

double fminimum_mag(double a, double b)
{
	if (quiet_greater(fabs(b), fabs(a)))
		return a;
	if (quiet_greater(fabs(a), fabs(b)))
		return b;
	return fminimum(a, b);
}
