/* SPDX-License-Identifier: MIT
 * random48.h: the generator of drand48(3): X = a X + c modulo 2^48, with the
 * words of X lowest first.
 */
#ifndef WILDEBEEST_STDLIB_RANDOM48_H
#define WILDEBEEST_STDLIB_RANDOM48_H

#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

static const unsigned long long multiplier48 = 0x5deece66dULL;

static inline unsigned long long words48(const unsigned short x[3])
{
	return x[0] | (unsigned long long)x[1] << 16 |
	       (unsigned long long)x[2] << 32;
}

/* The next X of xsubi. A buffer that nobody has seeded gets a and c. */
static inline unsigned long long next48(unsigned short xsubi[3],
					struct drand48_data *buffer)
{
	unsigned long long x;

	if (!buffer->__init) {
		buffer->__a = multiplier48;
		buffer->__c = 0xb;
		buffer->__init = 1;
	}
	x = words48(xsubi) * buffer->__a + buffer->__c;
	x &= 0xffffffffffffULL;
	xsubi[0] = (unsigned short)x;
	xsubi[1] = (unsigned short)(x >> 16);
	xsubi[2] = (unsigned short)(x >> 32);
	return x;
}

#endif
