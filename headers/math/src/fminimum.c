/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

double fminimum(double a, double b)
{
	if (isunordered(a, b))
		return a + b;
	if (a == b)
		return signbit(a) ? a : b;
	return a < b ? a : b;
}
