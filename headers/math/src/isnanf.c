/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <math.h>

int isnanf(float value)
{
	return isnan(value) != 0;
}
