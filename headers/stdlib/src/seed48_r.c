/* SPDX-License-Identifier: MIT */
#include "random48.h"

int seed48_r(unsigned short seed16v[3], struct drand48_data *buffer)
{
	memcpy(buffer->__old_x, buffer->__x, sizeof buffer->__x);
	memcpy(buffer->__x, seed16v, sizeof buffer->__x);
	buffer->__a = multiplier48;
	buffer->__c = 0xb;
	buffer->__init = 1;
	return 0;
}
