/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <fenv.h>
#include <errno.h>
#include <limits.h>
#include <math.h>

/* Observed on glibc 2.36: zero, infinity and NaN are invalid, and domain errors. */
long llogbl(long double value)
{
	if (value != 0 && isfinite(value))
		return ilogbl(value);
	feraiseexcept(FE_INVALID);
	errno = EDOM;
	return value == 0 ? FP_LLOGB0 : isnan(value) ? FP_LLOGBNAN : LONG_MAX;
}
