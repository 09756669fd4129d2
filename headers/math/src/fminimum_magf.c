/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

float fminimum_magf(float a, float b)
{
	if (quiet_greater(fabsf(b), fabsf(a)))
		return a;
	if (quiet_greater(fabsf(a), fabsf(b)))
		return b;
	return fminimumf(a, b);
}
