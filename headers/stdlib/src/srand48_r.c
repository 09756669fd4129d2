/* SPDX-License-Identifier: MIT */
#include "random48.h"

int srand48_r(long seedval, struct drand48_data *buffer)
{
	buffer->__x[0] = 0x330e;
	buffer->__x[1] = (unsigned short)seedval;
	buffer->__x[2] = (unsigned short)(seedval >> 16);
	buffer->__a = multiplier48;
	buffer->__c = 0xb;
	buffer->__init = 1;
	return 0;
}
