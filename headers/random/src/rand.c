/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>

int rand(void)
{
	return (int)random();
}
