/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <fenv.h>
#include <math.h>

/* Not by way of fminimum_num: LLVM 22 makes an instruction of it that
 * raises for a quiet NaN. */
double fminimum_mag_num(double a, double b)
{
	if (isunordered(a, b)) {
		if (issignaling(a) || issignaling(b))
			feraiseexcept(FE_INVALID);
		if (isnan(a))
			return isnan(b) ? a + b : b;
		return a;
	}
	return fminimum_mag(a, b);
}
