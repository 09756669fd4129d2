/* SPDX-License-Identifier: MIT */
#include <argz.h>
#include <stdlib.h>

void argz_delete(char **__restrict argz, size_t *__restrict argz_len,
		 char *__restrict entry)
{
	size_t length;

	if (!entry)
		return;
	length = strlen(entry) + 1;
	*argz_len -= length;
	memmove(entry, entry + length, *argz_len - (size_t)(entry - *argz));
	if (!*argz_len) {
		free(*argz);
		*argz = NULL;
	}
}
