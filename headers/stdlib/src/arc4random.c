/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>

uint32_t arc4random(void)
{
	uint32_t number;

	arc4random_buf(&number, sizeof number);
	return number;
}
