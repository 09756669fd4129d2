/* SPDX-License-Identifier: MIT */
#include "random48.h"

int erand48_r(unsigned short xsubi[3], struct drand48_data *restrict buffer,
	      double *restrict result)
{
	*result = (double)next48(xsubi, buffer) * 0x1p-48;
	return 0;
}
