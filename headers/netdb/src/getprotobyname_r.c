/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>

static int has_name(const void *entry, const void *key)
{
	const struct protoent *e = entry;

	return wildebeest_netdb_named(e->p_name, e->p_aliases, key);
}

int getprotobyname_r(const char *__restrict name, struct protoent *__restrict entry, char *__restrict buffer, size_t size,
		 struct protoent **__restrict result)
{
	int error = wildebeest_netdb_find(&wildebeest_netdb_protocols, has_name, name, entry, buffer,
					  size);

	*result = error ? NULL : entry;
	if (error == ENOENT) {
		/* The libc knows the protocols without a file; what it returns
		 * points to constants. */
		const struct protoent *known = getprotobyname(name);

		if (known) {
			*entry = *known;
			*result = entry;
		}
	}
	if (error == NO_RECORD || error == ENOENT)
		error = 0;
	if (error)
		errno = error;
	return error;
}
