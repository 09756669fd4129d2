/* SPDX-License-Identifier: MIT */
#include "ethers.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int wildebeest_ether_search(int (*matches)(const struct ether_addr *address, const char *name, void *data), void *data)
{
	FILE *file = fopen("/etc/ethers", "re");
	char *line = NULL;
	size_t size = 0;
	int found = -1;

	if (!file)
		return -1;
	while (found && getline(&line, &size, file) >= 0) {
		struct ether_addr address;
		char *name = malloc(size);

		if (!name)
			break;
		if (!ether_line(line, &address, name) && matches(&address, name, data))
			found = 0;
		free(name);
	}
	int error = errno;
	free(line);
	fclose(file);
	errno = error;
	return found;
}
