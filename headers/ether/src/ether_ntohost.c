/* SPDX-License-Identifier: MIT */
#include "ethers.h"

#include <string.h>

struct wanted {
	const struct ether_addr *address;
	char *name;
};

static int has_address(const struct ether_addr *address, const char *name, void *data)
{
	struct wanted *wanted = data;

	if (memcmp(address, wanted->address, sizeof *address))
		return 0;
	strcpy(wanted->name, name);
	return 1;
}

int ether_ntohost(char *name, const struct ether_addr *address)
{
	struct wanted wanted = {address, name};

	return wildebeest_ether_search(has_address, &wanted);
}
