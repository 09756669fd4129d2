/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>

int getnetent_r(struct netent *__restrict entry, char *__restrict buffer, size_t size,
		 struct netent **__restrict result,
		 int *__restrict h_error)
{
	int error = wildebeest_netdb_next(&wildebeest_netdb_networks, entry, buffer, size);

	*result = error ? NULL : entry;
	/* Observed on glibc 2.36: NETDB_INTERNAL goes with ERANGE in errno. */
	*h_error = !error ? NETDB_SUCCESS : error == ENOENT ? HOST_NOT_FOUND : NETDB_INTERNAL;
	if (error)
		errno = error;
	return error;
}
