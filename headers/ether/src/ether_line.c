/* SPDX-License-Identifier: MIT */
#include "ethers.h"

#include <ctype.h>
#include <string.h>

int ether_line(const char *line, struct ether_addr *address, char *name)
{
	const char *at = wildebeest_ether_read(line, address);

	if (!at)
		return -1;
	if (*at) /* whatever it is */
		at++;
	while (isspace((unsigned char)*at))
		at++;
	size_t length = 0;
	while (at[length] && at[length] != '#' && !isspace((unsigned char)at[length]))
		length++;
	if (!length)
		return -1;
	memcpy(name, at, length);
	name[length] = '\0';
	return 0;
}
