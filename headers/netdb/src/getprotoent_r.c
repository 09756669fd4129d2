/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>

int getprotoent_r(struct protoent *__restrict entry, char *__restrict buffer, size_t size,
		 struct protoent **__restrict result)
{
	int error = wildebeest_netdb_next(&wildebeest_netdb_protocols, entry, buffer, size);

	*result = error ? NULL : entry;
	if (error)
		errno = error;
	return error;
}
