/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

/* round goes away from zero where both are as near. */
float roundevenf(float value)
{
	float rounded = roundf(value);

	if (fabsf(value - truncf(value)) == (float)0.5)
		rounded = 2 * roundf(value / 2);
	return copysignf(rounded, value);
}
