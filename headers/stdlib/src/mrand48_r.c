/* SPDX-License-Identifier: MIT */
#include "random48.h"

int mrand48_r(struct drand48_data *restrict buffer, long *restrict result)
{
	return jrand48_r(buffer->__x, buffer, result);
}
