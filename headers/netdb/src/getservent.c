/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

struct servent *getservent(void)
{
	static struct servent entry;
	static struct wildebeest_netdb_store store;

	return wildebeest_netdb_get(&wildebeest_netdb_services, NULL, NULL, &entry, &store);
}
