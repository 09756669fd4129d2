/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

int finitel(long double value)
{
	return isfinite(value) != 0;
}
