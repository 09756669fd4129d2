/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>

static int has_number(const void *entry, const void *key)
{
	return ((const struct protoent *)entry)->p_proto == *(const int *)key;
}

int getprotobynumber_r(int number, struct protoent *__restrict entry, char *__restrict buffer, size_t size,
		 struct protoent **__restrict result)
{
	int error = wildebeest_netdb_find(&wildebeest_netdb_protocols, has_number, &number, entry, buffer,
					  size);

	*result = error ? NULL : entry;
	if (error == ENOENT) {
		/* The libc knows the protocols without a file; what it returns
		 * points to constants. */
		const struct protoent *known = getprotobynumber(number);

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
