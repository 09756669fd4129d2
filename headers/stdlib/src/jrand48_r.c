/* SPDX-License-Identifier: MIT */
#include "random48.h"

int jrand48_r(unsigned short xsubi[3], struct drand48_data *restrict buffer,
	      long *restrict result)
{
	*result = (int)(next48(xsubi, buffer) >> 16);
	return 0;
}
