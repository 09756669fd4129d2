/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

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

struct netent *getnetbyname(const char *name)
{
	static struct netent entry;
	static struct wildebeest_netdb_store store;

	return wildebeest_netdb_get(&wildebeest_netdb_networks, has_name, name, &entry, &store);
}
