/* SPDX-License-Identifier: MIT */
#include <argz.h>

void argz_extract(const char *__restrict argz, size_t len,
		  char **__restrict argv)
{
	char *entry = NULL;

	while ((entry = argz_next(argz, len, entry)))
		*argv++ = entry;
	*argv = NULL;
}
