/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

float fminimum_mag_numf(float a, float b)
{
	if (quiet_greater(fabsf(b), fabsf(a)))
		return a;
	if (quiet_greater(fabsf(a), fabsf(b)))
		return b;
	return fminimum_numf(a, b);
}
