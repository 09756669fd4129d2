/* SPDX-License-Identifier: MIT */
#include <argz.h>
#include <stdlib.h>

error_t argz_insert(char **__restrict argz, size_t *__restrict argz_len,
		    char *__restrict before, const char *__restrict entry)
{
	size_t length = strlen(entry) + 1, at;
	char *longer;

	if (!before)
		return argz_add(argz, argz_len, entry);
	if (!*argz || before < *argz || before >= *argz + *argz_len)
		return EINVAL;
	at = (size_t)(before - *argz);
	while (at && (*argz)[at - 1])
		at--; /* to the start of its string */
	longer = realloc(*argz, *argz_len + length);
	if (!longer)
		return ENOMEM;
	memmove(longer + at + length, longer + at, *argz_len - at);
	memcpy(longer + at, entry, length);
	*argz = longer;
	*argz_len += length;
	return 0;
}
