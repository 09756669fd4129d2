/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>

static int has_number(const void *entry, const void *key)
{
	return ((const struct rpcent *)entry)->r_number == *(const int *)key;
}

int getrpcbynumber_r(int number, struct rpcent *__restrict entry, char *__restrict buffer, size_t size,
		 struct rpcent **__restrict result)
{
	int error = wildebeest_netdb_find(&wildebeest_netdb_rpc, has_number, &number, entry, buffer,
					  size);

	*result = error ? NULL : entry;
	if (error == NO_RECORD)
		error = 0;
	if (error)
		errno = error;
	return error;
}
