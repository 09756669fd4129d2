/* SPDX-License-Identifier: MIT */
#include "random48.h"

int nrand48_r(unsigned short xsubi[3], struct drand48_data *restrict buffer,
	      long *restrict result)
{
	*result = (long)(next48(xsubi, buffer) >> 17);
	return 0;
}
