/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

float fminmagf(float a, float b)
{
	if (quiet_greater(fabsf(a), fabsf(b)))
		return b;
	if (quiet_greater(fabsf(b), fabsf(a)))
		return a;
	if (isunordered(a, b))
		return issignaling(a) || issignaling(b) ? a + b : isnan(a) ? b : a;
	return signbit(a) ? a : b;
}
