/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <netinet/ether.h>

struct ether_addr *ether_aton(const char *text)
{
	static struct ether_addr address;

	return ether_aton_r(text, &address);
}
