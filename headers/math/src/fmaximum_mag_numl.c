/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <fenv.h>
#include <math.h>

/* Not by way of fmaximum_numl: LLVM 22 makes an instruction of it that
 * raises for a quiet NaN. */
long double fmaximum_mag_numl(long double a, long double b)
{
	if (isunordered(a, b)) {
		if (issignaling(a) || issignaling(b))
			feraiseexcept(FE_INVALID);
		if (isnan(a))
			return isnan(b) ? a + b : b;
		return a;
	}
	return fmaximum_magl(a, b);
}
