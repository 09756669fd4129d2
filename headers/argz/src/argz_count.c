/* SPDX-License-Identifier: MIT */
#include <argz.h>

size_t argz_count(const char *argz, size_t len)
{
	const char *entry = NULL;
	size_t count = 0;

	while ((entry = argz_next(argz, len, entry)))
		count++;
	return count;
}
