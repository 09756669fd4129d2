/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <fenv.h>
#include <math.h>

float fmaximum_numf(float a, float b)
{
	if (isunordered(a, b)) {
		if (issignaling(a) || issignaling(b))
			feraiseexcept(FE_INVALID);
		if (isnan(a))
			return isnan(b) ? a + b : b;
		return a;
	}
	return fmaximumf(a, b);
}
