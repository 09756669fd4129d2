/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

static int has_name(const void *entry, const void *key)
{
	const struct rpcent *e = entry;

	return wildebeest_netdb_named(e->r_name, e->r_aliases, key);
}

struct rpcent *getrpcbyname(const char *name)
{
	static struct rpcent entry;
	static struct wildebeest_netdb_store store;

	return wildebeest_netdb_get(&wildebeest_netdb_rpc, has_name, name, &entry, &store);
}
