/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float fmaximum_magf(float a, float b)
{
	if (isgreater(fabsf(a), fabsf(b)))
		return a;
	if (isless(fabsf(a), fabsf(b)))
		return b;
	return fmaximumf(a, b);
}
