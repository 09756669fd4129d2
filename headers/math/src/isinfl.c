/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

int isinfl(long double value)
{
	return isinf(value) ? (value < 0 ? -1 : 1) : 0;
}
