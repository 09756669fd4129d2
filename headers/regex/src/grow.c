/* SPDX-License-Identifier: MIT */
#include "parse.h"

#include <stdlib.h>
#include <string.h>

void *wildebeest_regex_grow(void *array, const void *first, size_t used, size_t size)
{
	void *more;

	if (array != first)
		return realloc(array, size);
	more = malloc(size);
	if (more)
		memcpy(more, first, used);
	return more;
}
