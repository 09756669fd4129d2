/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

double fmaximum(double a, double b)
{
	if (isunordered(a, b))
		return a + b;
	if (a == b)
		return signbit(a) ? b : a;
	return quiet_greater(a, b) ? a : b;
}
