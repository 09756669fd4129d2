/* SPDX-License-Identifier: MIT */
#include <envz.h>

error_t envz_merge(char **__restrict envz, size_t *__restrict envz_len,
		   const char *__restrict envz2, size_t envz2_len, int override)
{
	const char *entry = NULL;
	error_t error = 0;

	while (!error && (entry = argz_next(envz2, envz2_len, entry))) {
		char *old = envz_entry(*envz, *envz_len, entry);

		if (old && !override)
			continue;
		argz_delete(envz, envz_len, old);
		error = argz_add(envz, envz_len, entry);
	}
	return error;
}
