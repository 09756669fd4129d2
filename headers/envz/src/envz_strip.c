/* SPDX-License-Identifier: MIT */
#include <envz.h>
#include <stdlib.h>

void envz_strip(char **__restrict envz, size_t *__restrict envz_len)
{
	size_t from = 0, to = 0;

	while (from < *envz_len) {
		size_t size = strlen(*envz + from) + 1;

		if (memchr(*envz + from, '=', size)) {
			memmove(*envz + to, *envz + from, size);
			to += size;
		}
		from += size;
	}
	*envz_len = to;
	if (!to && *envz) {
		free(*envz);
		*envz = NULL;
	}
}
