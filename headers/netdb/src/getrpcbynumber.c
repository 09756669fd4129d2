/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

static int has_number(const void *entry, const void *key)
{
	return ((const struct rpcent *)entry)->r_number == *(const int *)key;
}

struct rpcent *getrpcbynumber(int number)
{
	static struct rpcent entry;
	static struct wildebeest_netdb_store store;

	return wildebeest_netdb_get(&wildebeest_netdb_rpc, has_number, &number, &entry, &store);
}
