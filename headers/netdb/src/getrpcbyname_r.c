/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>

static int has_name(const void *entry, const void *key)
{
	const struct rpcent *e = entry;

	return wildebeest_netdb_named(e->r_name, e->r_aliases, key);
}

int getrpcbyname_r(const char *__restrict name, struct rpcent *__restrict entry, char *__restrict buffer, size_t size,
		 struct rpcent **__restrict result)
{
	int error = wildebeest_netdb_find(&wildebeest_netdb_rpc, has_name, name, entry, buffer,
					  size);

	*result = error ? NULL : entry;
	if (error == NO_RECORD)
		error = 0;
	if (error)
		errno = error;
	return error;
}
