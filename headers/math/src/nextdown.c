/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

double nextdown(double value)
{
	return nextafter(value, -(double)INFINITY);
}
