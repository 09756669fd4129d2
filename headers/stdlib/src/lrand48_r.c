/* SPDX-License-Identifier: MIT */
#include "random48.h"

int lrand48_r(struct drand48_data *restrict buffer, long *restrict result)
{
	return nrand48_r(buffer->__x, buffer, result);
}
