/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

double nextup(double value)
{
	return nextafter(value, (double)INFINITY);
}
