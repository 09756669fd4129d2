/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

int isnanl(long double value)
{
	return isnan(value) != 0;
}
