/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

long double nextupl(long double value)
{
	return nextafterl(value, (long double)INFINITY);
}
