/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "quiet.h"

#include <math.h>

float fmaximum_mag_numf(float a, float b)
{
	if (quiet_greater(fabsf(a), fabsf(b)))
		return a;
	if (quiet_greater(fabsf(b), fabsf(a)))
		return b;
	return fmaximum_numf(a, b);
}
