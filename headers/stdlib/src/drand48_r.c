/* SPDX-License-Identifier: MIT */
#include "random48.h"

int drand48_r(struct drand48_data *restrict buffer, double *restrict result)
{
	return erand48_r(buffer->__x, buffer, result);
}
