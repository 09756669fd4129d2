/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

float nextdownf(float value)
{
	return nextafterf(value, -(float)INFINITY);
}
