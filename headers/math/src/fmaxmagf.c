/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float fmaxmagf(float a, float b)
{
	if (isgreater(fabsf(a), fabsf(b)))
		return a;
	if (isless(fabsf(a), fabsf(b)))
		return b;
	if (isunordered(a, b))
		return isnan(a) ? b : a;
	return signbit(a) ? b : a;
}
