/* SPDX-License-Identifier: MIT */
#include "random48.h"

int lcong48_r(unsigned short param[7], struct drand48_data *buffer)
{
	memcpy(buffer->__x, param, sizeof buffer->__x);
	buffer->__a = words48(param + 3);
	buffer->__c = param[6];
	buffer->__init = 1;
	return 0;
}
