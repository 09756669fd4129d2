/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

double fminimum(double a, double b)
{
	if (isunordered(a, b))
		return a + b;
	if (a == b)
		return signbit(a) ? a : b;
	return quiet_greater(b, a) ? a : b;
}
