/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>

/* musl's free finds the size itself. */
void free_sized(void *memory, size_t size)
{
	(void)size;
	free(memory);
}
