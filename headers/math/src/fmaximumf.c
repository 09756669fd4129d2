/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float fmaximumf(float a, float b)
{
	if (isunordered(a, b))
		return a + b;
	if (a == b)
		return signbit(a) ? b : a;
	return a > b ? a : b;
}
