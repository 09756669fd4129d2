/* SPDX-License-Identifier: MIT */
#include <argz.h>
#include <stdlib.h>

#include "split.h"

error_t argz_add_sep(char **__restrict argz, size_t *__restrict argz_len,
		     const char *__restrict string, int delim)
{
	size_t room = strlen(string) + 1;
	char *longer;

	if (room == 1)
		return 0;
	longer = realloc(*argz, *argz_len + room);
	if (!longer)
		return ENOMEM;
	*argz = longer;
	*argz_len += split(longer + *argz_len, string, delim);
	return 0;
}
