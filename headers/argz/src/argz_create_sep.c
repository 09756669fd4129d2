/* SPDX-License-Identifier: MIT */
#include <argz.h>
#include <stdlib.h>

#include "split.h"

error_t argz_create_sep(const char *__restrict string, int sep,
			char **__restrict argz, size_t *__restrict len)
{
	size_t room = strlen(string) + 1;

	*argz = NULL;
	*len = 0;
	if (room == 1)
		return 0;
	*argz = malloc(room);
	if (!*argz)
		return ENOMEM;
	*len = split(*argz, string, sep);
	return 0;
}
