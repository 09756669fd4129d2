/* SPDX-License-Identifier: MIT */
#include <envz.h>
#include <stdlib.h>

error_t envz_add(char **__restrict envz, size_t *__restrict envz_len,
		 const char *__restrict name, const char *__restrict value)
{
	size_t name_length, size;
	char *longer;

	envz_remove(envz, envz_len, name);
	if (!value)
		return argz_add(envz, envz_len, name);
	name_length = strlen(name);
	size = strlen(value) + 1;
	longer = realloc(*envz, *envz_len + name_length + 1 + size);
	if (!longer)
		return ENOMEM;
	memcpy(longer + *envz_len, name, name_length);
	longer[*envz_len + name_length] = '=';
	memcpy(longer + *envz_len + name_length + 1, value, size);
	*envz = longer;
	*envz_len += name_length + 1 + size;
	return 0;
}
