/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdlib.h>

/* The lowest bit; 0 for NULL, ISO C23, 7.24.9. */
size_t memalignment(const void *pointer)
{
	uintptr_t address = (uintptr_t)pointer;

	return address & -address;
}
