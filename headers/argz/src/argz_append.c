/* SPDX-License-Identifier: MIT */
#include <argz.h>
#include <stdlib.h>

error_t argz_append(char **__restrict argz, size_t *__restrict argz_len,
		    const char *__restrict buf, size_t buf_len)
{
	size_t total;
	char *longer;

	if (__builtin_add_overflow(*argz_len, buf_len, &total))
		return ENOMEM;
	longer = realloc(*argz, total);
	if (!longer && total)
		return ENOMEM;
	if (buf_len)
		memcpy(longer + *argz_len, buf, buf_len);
	*argz = longer;
	*argz_len = total;
	return 0;
}
