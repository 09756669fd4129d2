/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <fenv.h>
#include <math.h>

/* Not by way of fmaximum_numf: LLVM 22 makes an instruction of it that
 * raises for a quiet NaN. */
float fmaximum_mag_numf(float a, float b)
{
	if (isunordered(a, b)) {
		if (issignaling(a) || issignaling(b))
			feraiseexcept(FE_INVALID);
		if (isnan(a))
			return isnan(b) ? a + b : b;
		return a;
	}
	return fmaximum_magf(a, b);
}
