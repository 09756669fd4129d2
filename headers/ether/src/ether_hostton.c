/* SPDX-License-Identifier: MIT */
#include "ethers.h"

#include <strings.h>

struct wanted {
	const char *name;
	struct ether_addr *address;
};

static int has_name(const struct ether_addr *address, const char *name, void *data)
{
	struct wanted *wanted = data;

	if (strcasecmp(name, wanted->name))
		return 0;
	*wanted->address = *address;
	return 1;
}

int ether_hostton(const char *name, struct ether_addr *address)
{
	struct wanted wanted = {name, address};

	return wildebeest_ether_search(has_name, &wanted);
}
