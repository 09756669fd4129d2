/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <limits.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>

/* services(5): a port and a protocol; observed on glibc 2.36: without a slash the
 * protocol is empty. */
static int convert(const struct record *record, void *result)
{
	struct servent *entry = result;
	char *end = strchrnul(record->value, '/'), *protocol = *end ? end + 1 : end;

	*end = '\0';
	long port = wildebeest_netdb_number(record->value, 65535);
	if (port < 0)
		return -1;
	entry->s_name = record->name;
	entry->s_aliases = record->aliases;
	entry->s_port = htons(port);
	entry->s_proto = protocol;
	return 0;
}

struct wildebeest_netdb_table wildebeest_netdb_services = {
	.path = "/etc/services", .convert = convert, .lock = PTHREAD_MUTEX_INITIALIZER,
};
