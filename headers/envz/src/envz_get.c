/* SPDX-License-Identifier: MIT */
#include <envz.h>

char *envz_get(const char *__restrict envz, size_t envz_len,
	       const char *__restrict name)
{
	char *entry = envz_entry(envz, envz_len, name);
	char *equals = entry ? strchr(entry, '=') : NULL;

	return equals ? equals + 1 : NULL;
}
