/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <limits.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>

/* networks(5): an address of one to four parts, in host byte order and without the
 * zeros behind it: "127" and "127.0.0.0" are both 127 shifted to the front. */
static int convert(const struct record *record, void *result)
{
	struct netent *entry = result;
	unsigned long part, parts = 0, net = 0;
	const char *at = record->value;
	char *end;

	do {
		if (*at < '0' || *at > '9')
			return -1;
		part = strtoul(at, &end, 10);
		if (part > 255 || ++parts > 4)
			return -1;
		net = net << 8 | part;
		at = end + 1;
	} while (*end == '.');
	if (*end)
		return -1;
	entry->n_name = record->name;
	entry->n_aliases = record->aliases;
	entry->n_addrtype = AF_INET;
	entry->n_net = net << 8 * (4 - parts);
	return 0;
}

struct wildebeest_netdb_table wildebeest_netdb_networks = {
	.path = "/etc/networks", .convert = convert, .lock = PTHREAD_MUTEX_INITIALIZER,
};
