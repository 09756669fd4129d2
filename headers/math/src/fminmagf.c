/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float fminmagf(float a, float b)
{
	if (isgreater(fabsf(a), fabsf(b)))
		return b;
	if (isless(fabsf(a), fabsf(b)))
		return a;
	if (isunordered(a, b))
		return isnan(a) ? b : a;
	return signbit(a) ? a : b;
}
