/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>

uint32_t arc4random_uniform(uint32_t upper_bound)
{
	uint32_t number, rest;

	if (upper_bound < 2)
		return 0;
	/* 2^32 mod upper_bound numbers too many: those are drawn again. */
	rest = -upper_bound % upper_bound;
	do
		number = arc4random();
	while (number < rest);
	return number % upper_bound;
}
