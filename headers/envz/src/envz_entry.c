/* SPDX-License-Identifier: MIT */
#include <envz.h>

/* A name ends at its "=": "name=value" finds what "name" finds. */
char *envz_entry(const char *__restrict envz, size_t envz_len,
		 const char *__restrict name)
{
	size_t length = strcspn(name, "=");
	const char *entry = NULL;

	while ((entry = argz_next(envz, envz_len, entry)))
		if (!strncmp(entry, name, length) &&
		    (!entry[length] || entry[length] == '='))
			return (char *)entry;
	return NULL;
}
