/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

struct rpcent *getrpcent(void)
{
	static struct rpcent entry;
	static struct wildebeest_netdb_store store;

	return wildebeest_netdb_get(&wildebeest_netdb_rpc, NULL, NULL, &entry, &store);
}
