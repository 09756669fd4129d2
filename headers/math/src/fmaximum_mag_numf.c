/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float fmaximum_mag_numf(float a, float b)
{
	if (isgreater(fabsf(a), fabsf(b)))
		return a;
	if (isless(fabsf(a), fabsf(b)))
		return b;
	return fmaximum_numf(a, b);
}
