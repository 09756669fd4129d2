/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <netdb.h>

struct key {
	uint32_t net;
	int type;
};

static int has_address(const void *entry, const void *key)
{
	const struct netent *e = entry;
	const struct key *k = key;

	return e->n_net == k->net && (k->type == AF_UNSPEC || k->type == e->n_addrtype);
}

int getnetbyaddr_r(uint32_t net, int type, struct netent *__restrict entry, char *__restrict buffer, size_t size,
		 struct netent **__restrict result,
		 int *__restrict h_error)
{
	int error = wildebeest_netdb_find(&wildebeest_netdb_networks, has_address, &(struct key){net, type},
					  entry, buffer, size);

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
