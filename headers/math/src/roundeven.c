/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

/* round goes away from zero where both are as near. */
double roundeven(double value)
{
	double rounded = round(value);

	if (fabs(value - trunc(value)) == (double)0.5)
		rounded = 2 * round(value / 2);
	return copysign(rounded, value);
}
