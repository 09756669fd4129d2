/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>

void *memset_explicit(void *bytes, int value, size_t size)
{
	memset(bytes, value, size);
	__asm__ volatile("" : : "r"(bytes) : "memory");
	return bytes;
}
