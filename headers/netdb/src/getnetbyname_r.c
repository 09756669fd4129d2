/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>
#include <strings.h>

static int has_name(const void *entry, const void *key)
{
	const struct netent *e = entry;

	/* Observed on glibc 2.36: networks, alone, in any case. */
	if (!strcasecmp(e->n_name, key))
		return 1;
	for (char **alias = e->n_aliases; *alias; alias++)
		if (!strcasecmp(*alias, key))
			return 1;
	return 0;
}

int getnetbyname_r(const char *__restrict name, struct netent *__restrict entry, char *__restrict buffer, size_t size,
		 struct netent **__restrict result,
		 int *__restrict h_error)
{
	int error = wildebeest_netdb_find(&wildebeest_netdb_networks, has_name, name, entry, buffer,
					  size);

	*result = error ? NULL : entry;
	/* Observed on glibc 2.36: NETDB_INTERNAL goes with ERANGE in errno. */
	*h_error = !error ? NETDB_SUCCESS
		 : error == NO_RECORD || error == ENOENT ? HOST_NOT_FOUND : NETDB_INTERNAL;
	if (error == NO_RECORD)
		error = 0;
	if (error)
		errno = error;
	return error;
}
