/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>
#include <unistd.h>

/* The libc's own, which needs no file. */
extern struct protoent *libc_getprotoent(void) __asm__("getprotoent");

struct protoent *getprotoent(void)
{
	static struct protoent entry;
	static struct wildebeest_netdb_store store;
	struct protoent *found = wildebeest_netdb_get(&wildebeest_netdb_protocols, NULL, NULL,
						      &entry, &store);

	if (!found && access(wildebeest_netdb_protocols.path, F_OK))
		found = libc_getprotoent();
	return found;
}
