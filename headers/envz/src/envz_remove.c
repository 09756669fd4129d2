/* SPDX-License-Identifier: MIT */
#include <envz.h>

void envz_remove(char **__restrict envz, size_t *__restrict envz_len,
		 const char *__restrict name)
{
	argz_delete(envz, envz_len, envz_entry(*envz, *envz_len, name));
}
