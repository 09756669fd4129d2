/* SPDX-License-Identifier: MIT */
#include <argz.h>

error_t argz_add(char **__restrict argz, size_t *__restrict argz_len,
		 const char *__restrict str)
{
	return argz_append(argz, argz_len, str, strlen(str) + 1);
}
