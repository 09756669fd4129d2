/* Any bytes as a line of each file, and as the members of a netgroup: nothing
 * outside the buffers is touched, and the netgroup parser comes to an end. */
#define _GNU_SOURCE
#include "../src/netgroup.h"
#include "../src/table.h"

#include <netdb.h>
#include <rpc/netdb.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

union entry {
	struct netent net;
	struct servent serv;
	struct protoent proto;
	struct rpcent rpc;
};

static void lines(const uint8_t *data, size_t size, const struct wildebeest_netdb_table *table)
{
	FILE *stream = fmemopen((void *)data, size, "r");
	size_t room = 3;
	int error;

	do {
		union entry entry;
		char *buffer = malloc(room);

		error = wildebeest_netdb_read(stream, table, &entry, buffer, room);
		free(buffer);
		room = error == 34 ? 2 * room : room; /* ERANGE */
	} while ((error == 0 || error == 34) && room < 1 << 24);
	fclose(stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct triple triple = {0};
	char *group;

	if (!size || memchr(data, 0, size))
		return 0;
	lines(data, size, &wildebeest_netdb_networks);
	lines(data, size, &wildebeest_netdb_services);
	lines(data, size, &wildebeest_netdb_protocols);
	lines(data, size, &wildebeest_netdb_rpc);
	char *text = strndup((const char *)data, size), *at = text, *before = NULL;
	while ((at = wildebeest_netgroup_member(at, &triple, &group))) {
		if (at == before || at > text + size)
			abort();
		before = at;
	}
	free(text);
	return 0;
}
