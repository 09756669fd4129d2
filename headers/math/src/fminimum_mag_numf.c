/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float fminimum_mag_numf(float a, float b)
{
	if (isless(fabsf(a), fabsf(b)))
		return a;
	if (isgreater(fabsf(a), fabsf(b)))
		return b;
	return fminimum_numf(a, b);
}
