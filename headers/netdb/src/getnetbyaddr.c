/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

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

struct netent *getnetbyaddr(uint32_t net, int type)
{
	static struct netent entry;
	static struct wildebeest_netdb_store store;
	struct key key = {net, type};

	return wildebeest_netdb_get(&wildebeest_netdb_networks, has_address, &key, &entry, &store);
}
