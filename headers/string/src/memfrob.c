/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>

void *memfrob(void *s, size_t n)
{
	unsigned char *bytes = s;

	for (size_t i = 0; i < n; i++)
		bytes[i] ^= 42;
	return s;
}
