/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float fminimum_magf(float a, float b)
{
	if (isless(fabsf(a), fabsf(b)))
		return a;
	if (isgreater(fabsf(a), fabsf(b)))
		return b;
	return fminimumf(a, b);
}
