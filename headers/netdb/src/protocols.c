/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <limits.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>

/* protocols(5). */
static int convert(const struct record *record, void *result)
{
	struct protoent *entry = result;
	long number = wildebeest_netdb_number(record->value, INT_MAX);

	entry->p_name = record->name;
	entry->p_aliases = record->aliases;
	entry->p_proto = number;
	return number < 0 ? -1 : 0;
}

struct wildebeest_netdb_table wildebeest_netdb_protocols = {
	.path = "/etc/protocols", .convert = convert, .lock = PTHREAD_MUTEX_INITIALIZER,
};
