/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <limits.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>

/* rpc(5). */
static int convert(const struct record *record, void *result)
{
	struct rpcent *entry = result;
	long number = wildebeest_netdb_number(record->value, INT_MAX);

	entry->r_name = record->name;
	entry->r_aliases = record->aliases;
	entry->r_number = number;
	return number < 0 ? -1 : 0;
}

struct wildebeest_netdb_table wildebeest_netdb_rpc = {
	.path = "/etc/rpc", .convert = convert, .lock = PTHREAD_MUTEX_INITIALIZER,
};
